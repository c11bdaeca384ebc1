using System.Collections.Concurrent;

namespace Conformance.Execution.Webhooks;

/// <summary>
/// How long a first delivery is waited for, in our time: long enough for a busy target, and less once an event has failed
/// to come, for a target that delivers nothing need not be waited for again and again.
/// </summary>
internal sealed class DeliveryPatience
{
    private static readonly TimeSpan[] ByMisses =
    [
        TimeSpan.FromSeconds(15),
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(0.3),
    ];
    private readonly ConcurrentDictionary<string, int> misses = new(StringComparer.Ordinal);

    /// <summary>The patience for an event.</summary>
    public TimeSpan For(string eventName) =>
        ByMisses[Math.Min(misses.GetValueOrDefault(eventName), ByMisses.Length - 1)];

    /// <summary>Takes note of whether one came.</summary>
    public void Note(string eventName, bool hasCome) =>
        misses.AddOrUpdate(eventName, hasCome ? 0 : 1, (_, before) => hasCome ? 0 : before + 1);
}
