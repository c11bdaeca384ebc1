using System.Collections.Immutable;

namespace Conformance.Simulator.Webhooks;

/// <summary>A request to a subscriber, before it is sent.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Body">The bytes.</param>
internal sealed record Delivery(string Method, Uri Url, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers in order, without that of the content type.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Media type of the body; null to send none.</summary>
    public string? ContentType { get; init; } = "application/json";

    /// <summary>How many times it is sent at once.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Whether a redirect is followed.</summary>
    public bool FollowsRedirects { get; init; }

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) =>
        Headers
            .Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .FirstOrDefault();

    /// <summary>The same request with a header set, or left out.</summary>
    public Delivery With(string? name, string? value)
    {
        var others = Headers.RemoveAll(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return this with { Headers = name is null || value is null ? others : others.Add(new(name, value)) };
    }
}

/// <summary>One attempt to deliver an event.</summary>
/// <param name="World">Everything the simulator remembers.</param>
/// <param name="Subscription">Who is told.</param>
/// <param name="Occurrence">What happened.</param>
/// <param name="Number">Which attempt, from 1.</param>
/// <param name="FirstAt">When the first attempt was made.</param>
/// <param name="At">When this one is made.</param>
internal sealed record WebhookAttempt(
    SimulatorWorld World,
    WebhookSubscription Subscription,
    WebhookOccurrence Occurrence,
    int Number,
    DateTimeOffset FirstAt,
    DateTimeOffset At
);

/// <summary>How an attempt ended.</summary>
/// <param name="Status">The answer's status; null when none came.</param>
/// <param name="IsLate">Whether the answer, if any, did not come in time.</param>
internal sealed record DeliveryOutcome(int? Status, bool IsLate = false)
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}

/// <summary>What an attempt's outcome means.</summary>
internal enum DeliveryVerdict
{
    /// <summary>The subscriber has it.</summary>
    Received,

    /// <summary>It is to be tried again.</summary>
    Failed,

    /// <summary>It is not tried again, though the subscriber does not have it.</summary>
    GivenUp,
}
