namespace Conformance.Execution.Courtesy;

/// <summary>
/// Counts requests so that no window of this length, wherever the target lets it begin, holds more than the limit.
/// A request counts from the moment it is let go until one window after it came back: whenever in between the target
/// counted it, it is covered. Not thread-safe; <see cref="Bucket"/> locks.
/// </summary>
internal sealed class LimitWindow(int limit, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> finished = new();
    private int inFlight;

    /// <summary>Length of the window, in the target's time.</summary>
    public TimeSpan Length => length;

    /// <summary>Number of requests admitted in a window.</summary>
    public int Limit => limit;

    /// <summary>When the last request that came back leaves the window; null when none is in it.</summary>
    public DateTimeOffset? ClearAt { get; private set; }

    /// <summary>How many more requests may go now.</summary>
    public int Room(DateTimeOffset now)
    {
        while (finished.TryPeek(out var oldest) && oldest + length <= now)
        {
            finished.Dequeue();
        }

        return limit - finished.Count - inFlight;
    }

    /// <summary>When the oldest request leaves the window; null when all are still under way.</summary>
    public DateTimeOffset? NextRoomAt => finished.TryPeek(out var oldest) ? oldest + length : null;

    /// <summary>Lets requests go.</summary>
    public void Enter(int count) => inFlight += count;

    /// <summary>Takes back requests that have come back.</summary>
    public void Leave(int count, DateTimeOffset now)
    {
        inFlight -= count;
        ClearAt = now + length;
        for (var i = 0; i < count; i++)
        {
            finished.Enqueue(now);
        }
    }

    /// <summary>Forgets what came back: the target itself has said from when on it serves again.</summary>
    public void Clear() => finished.Clear();
}
