using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;

namespace Conformance.Records;

/// <summary>
/// Puts exchanges into the form in which they are written down. Requests are masked since they were recorded; in what
/// came from the target secrets are replaced such that equal ones stay equal.
/// </summary>
/// <param name="mask">Knows every secret of the run.</param>
internal sealed class ExchangeForms(SecretMask mask)
{
    /// <summary>The form of an exchange.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="before">The exchange before it in the same case; null for the first.</param>
    public ExchangeForm Of(Exchange exchange, Exchange? before)
    {
        var response = exchange.Response is { } r ? Of(r, before?.Response) : null;
        var delivery = exchange.Delivery is { } d ? Of(d) : null;
        return new ExchangeForm
        {
            Index = exchange.Index,
            Step = exchange.Step,
            Purpose = exchange.Purpose,
            Endpoint = exchange.Endpoint?.Name,
            Request = Of(exchange.Request, before?.Request),
            Response = response,
            Failure = exchange.Failure is { } f ? f with { Message = mask.Apply(f.Message) } : null,
            SentAt = exchange.SentAt,
            SentAtTarget = exchange.SentAtTarget,
            AnsweredAtTarget = exchange.AnsweredAtTarget,
            Duration = exchange.Duration,
            TimeToHeaders = exchange.TimeToHeaders,
            IsShared = exchange.IsShared,
            CredentialMark = exchange.CredentialMark,
            EchoesSecret = exchange.EchoesSecret,
            Throttled = exchange.Throttled,
            Delivery = delivery,
            IsMasked = IsMasked(exchange),
        };
    }

    private RequestForm Of(RecordedRequest request, RecordedRequest? before) =>
        new()
        {
            Method = request.Method,
            Url = mask.Apply(request.Url.OriginalString),
            Headers = [.. request.Headers.Select(h => Header(h.Key, mask.Apply(h.Value)))],
            Body = BodyForm.Of(mask.Apply(request.Body), before is null ? default : mask.Apply(before.Body)),
            ContentType = request.ContentType,
        };

    private ResponseForm Of(RecordedResponse response, RecordedResponse? before) =>
        new()
        {
            Status = response.Status,
            Reason = mask.Distinguish(response.Reason),
            HttpVersion = response.HttpVersion,
            Headers = [.. response.Headers.Select(h => Header(h.Key, mask.Distinguish(h.Value)))],
            Body = BodyForm.Of(
                mask.Distinguish(response.Body),
                before is null ? default : mask.Distinguish(before.Body)
            ),
            IsTruncated = response.IsTruncated,
        };

    private DeliveryForm Of(DeliveryFacts facts) =>
        new()
        {
            EventId = facts.EventId is null ? null : mask.Distinguish(facts.EventId),
            EventType = facts.EventType is null ? null : mask.Distinguish(facts.EventType),
            Attempt = facts.Attempt,
            Body = BodyForm.Of(mask.Distinguish(facts.Body)),
            IsTruncated = facts.IsTruncated,
            Earliest = facts.Moment.Earliest,
            Latest = facts.Moment.Latest,
            WasGivenUp = facts.WasGivenUp,
            WasHeld = facts.WasHeld,
            IsRedirected = facts.IsRedirected,
            IsElsewhere = facts.IsElsewhere,
            IsExplained = facts.IsExplained,
            Signature = facts.Signature is { Problem: { } problem } s
                ? s with
                {
                    Problem = mask.Apply(problem),
                }
                : facts.Signature,
        };

    private static HeaderForm Header(string name, string value) => new() { Name = name, Value = value };

    private bool IsMasked(Exchange exchange) =>
        (exchange.Response is { } response && (Holds(response.Body) || response.Headers.Any(h => Holds(h.Value))))
        || (exchange.Delivery is { } delivery && Holds(delivery.Body));

    private bool Holds(ReadOnlyMemory<byte> body) => !mask.Distinguish(body).Equals(body);

    private bool Holds(string text) => !ReferenceEquals(mask.Distinguish(text), text);
}
