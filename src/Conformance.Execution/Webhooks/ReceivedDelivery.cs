using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Scenarios.Deliveries;

namespace Conformance.Execution.Webhooks;

/// <summary>One request that the target sent to the listener. What it was answered is added when it is; the rest stays.</summary>
internal sealed class ReceivedDelivery
{
    private const int MostValues = 10_000;
    private readonly FrozenSet<string> values;
    private volatile Answered? answered;

    /// <summary>Reads a request; never throws for what is in it.</summary>
    public ReceivedDelivery(
        string method,
        Uri url,
        ImmutableArray<KeyValuePair<string, string>> headers,
        byte[] body,
        DeliveryFields fields
    )
    {
        (Method, Url, Headers, Body) = (method, url, headers, body);
        var json = JsonBody.Parse(body);
        values = json is { } root
            ? DeliveryFields.Values(root).Take(MostValues).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;
        EventId = fields.EventIdOf(json, Header);
        EventType = fields.EventTypeOf(json, Header);
    }

    /// <summary>HTTP method.</summary>
    public string Method { get; }

    /// <summary>Where it was sent.</summary>
    public Uri Url { get; }

    /// <summary>Header lines in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The body as it came.</summary>
    public byte[] Body { get; }

    /// <summary>Whether the body was cut.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Id of its event.</summary>
    public string? EventId { get; }

    /// <summary>Name of its event.</summary>
    public string? EventType { get; }

    /// <summary>When it came, by our clock.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When it came, by the target's clock.</summary>
    public required AttemptMoment Moment { get; init; }

    /// <summary>How many deliveries of its event came until then.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>Whether it came to where a redirection leads.</summary>
    public bool IsRedirected { get; init; }

    /// <summary>Whether it came to another path than the target was told.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Whether the sender gave up before it was answered.</summary>
    public bool WasGivenUp => answered is { Status: null, IsOurs: false };

    /// <summary>Whether it was answered, given up, or broken off.</summary>
    public bool IsOver => answered is not null;

    /// <summary>Whether its answer was held back on purpose.</summary>
    public bool WasHeld { get; set; }

    /// <summary>Finds out whether it mentions a resource of the run.</summary>
    public Func<ReceivedDelivery, bool> IsExplained { get; set; } = static _ => true;

    /// <summary>What attempts for one event have in common.</summary>
    public string EventKey => EventId ?? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Body));

    /// <summary>Whether a text stands as a value in its body.</summary>
    public bool Mentions(string value) => values.Contains(value);

    /// <summary>Whether one of these texts stands as a value in its body.</summary>
    public bool MentionsAny(ISet<string> known) => values.Any(known.Contains);

    /// <summary>Notes the answer.</summary>
    /// <param name="status">The status; null when there was none.</param>
    /// <param name="isOurs">Whether it was us who broke the connection off.</param>
    /// <param name="at">When, by our clock.</param>
    public void Answer(int? status, bool isOurs, DateTimeOffset at) => answered = new(status, isOurs, at);

    /// <summary>The record of it.</summary>
    public Exchange AsExchange(int index, string step, SecretMask mask)
    {
        var outcome = answered;
        return new()
        {
            Index = index,
            Step = step,
            Purpose = ExchangePurpose.Delivery,
            Request = new RecordedRequest(
                Method,
                TargetAddresses.Exact(mask.Apply(Url.OriginalString)),
                [.. Headers.Select(h => new KeyValuePair<string, string>(h.Key, mask.Apply(h.Value)))],
                mask.Apply((ReadOnlyMemory<byte>)Body),
                Header("Content-Type")
            ),
            Response = outcome?.Status is { } status
                ? new(status, "", "1.1", [], ReadOnlyMemory<byte>.Empty, false)
                : null,
            Failure = outcome?.Status is null ? FailureOf(outcome) : null,
            SentAt = ArrivedAt,
            SentAtTarget = Moment.Latest,
            Duration = outcome is null ? TimeSpan.Zero : outcome.At - ArrivedAt,
            Delivery = new()
            {
                EventId = EventId,
                EventType = EventType,
                Attempt = Attempt,
                Body = Body,
                IsTruncated = IsTruncated,
                Moment = Moment,
                WasGivenUp = WasGivenUp,
                WasHeld = WasHeld,
                IsRedirected = IsRedirected,
                IsElsewhere = IsElsewhere,
                IsExplained = IsExplained(this),
            },
        };
    }

    /// <summary>The first value of a header; null when it is absent.</summary>
    public string? Header(string name) =>
        Headers
            .Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .FirstOrDefault();

    private static TransportFailure FailureOf(Answered? outcome) =>
        outcome switch
        {
            null => new(TransportFailureKind.Timeout, "not answered yet"),
            { IsOurs: true } => new(TransportFailureKind.Protocol, "broken off by the run, as the case demands"),
            _ => new(TransportFailureKind.Cancelled, "given up by the sender before it was answered"),
        };

    private sealed record Answered(int? Status, bool IsOurs, DateTimeOffset At);
}
