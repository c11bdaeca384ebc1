using System.Collections.Immutable;
using Conformance.Execution.Http;
using Conformance.Execution.Secrets;
using Conformance.Specification.Model;

namespace Conformance.Execution.Recording;

/// <summary>Collects what happens in one case. Thread-safe: concurrent requests of one case share it.</summary>
internal sealed class CaseLog(SecretMask mask)
{
    private readonly Lock writing = new();
    private readonly ImmutableArray<Exchange>.Builder exchanges = ImmutableArray.CreateBuilder<Exchange>();
    private readonly List<string> notes = [];

    /// <summary>What was recorded so far.</summary>
    public ImmutableArray<Exchange> Exchanges
    {
        get
        {
            lock (writing)
            {
                return exchanges.ToImmutable();
            }
        }
    }

    /// <summary>What a report should tell beside the verdict.</summary>
    public ImmutableArray<string> Notes
    {
        get
        {
            lock (writing)
            {
                return [.. notes];
            }
        }
    }

    /// <summary>Writes down one exchange.</summary>
    public Exchange Add(ExchangeHeading heading, OutgoingRequest request, WireRecording wire)
    {
        var recorded = Masked(request);
        var echoesSecret = wire.Response is { } response && SecretEcho.IsIn(response, request, mask);
        lock (writing)
        {
            var exchange = new Exchange
            {
                Index = exchanges.Count,
                Step = heading.Step,
                Purpose = heading.Purpose,
                Endpoint = heading.Endpoint,
                CredentialMark = heading.CredentialMark,
                Throttled = heading.Throttled,
                EchoesSecret = echoesSecret,
                Request = recorded,
                Response = wire.Response,
                Failure = wire.Failure is { } f ? f with { Message = mask.Apply(f.Message) } : null,
                SentAt = wire.SentAt,
                SentAtTarget = heading.SentAtTarget,
                AnsweredAtTarget = heading.AnsweredAtTarget,
                Duration = wire.Duration,
                TimeToHeaders = wire.TimeToHeaders,
            };
            exchanges.Add(exchange);
            return exchange;
        }
    }

    /// <summary>Writes down an exchange of another case, which this one shares.</summary>
    public void Share(Exchange exchange, string step)
    {
        lock (writing)
        {
            exchanges.Add(exchange with { Index = exchanges.Count, Step = step, IsShared = true });
        }
    }

    /// <summary>Writes down a delivery that the target sent.</summary>
    public void Receive(Webhooks.ReceivedDelivery delivery, string step)
    {
        lock (writing)
        {
            exchanges.Add(delivery.AsExchange(exchanges.Count, step, mask));
        }
    }

    /// <summary>Writes down a note, once.</summary>
    public void Note(string text)
    {
        var masked = mask.Apply(text);
        lock (writing)
        {
            if (!notes.Contains(masked))
            {
                notes.Add(masked);
            }
        }
    }

    private RecordedRequest Masked(OutgoingRequest request)
    {
        var url = request.Target.OriginalString;
        var maskedUrl = mask.Apply(url);
        return new RecordedRequest(
            request.Method,
            ReferenceEquals(url, maskedUrl) ? request.Target : TargetAddresses.Exact(maskedUrl),
            [.. request.Headers.Select(h => new KeyValuePair<string, string>(h.Key, mask.Apply(h.Value)))],
            mask.Apply((ReadOnlyMemory<byte>)request.Body),
            request.ContentType
        );
    }
}
