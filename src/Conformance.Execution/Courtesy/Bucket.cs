using System.Collections.Immutable;

namespace Conformance.Execution.Courtesy;

/// <summary>The requests that share one published limit, or several (per minute and per day). Thread-safe.</summary>
internal sealed class Bucket(string name, ImmutableArray<LimitWindow> windows, DateTimeOffset openedAt)
{
    private readonly Lock counting = new();
    private DateTimeOffset blockedUntil = DateTimeOffset.MinValue;

    /// <summary>Whose limits these are, for messages.</summary>
    public string Name => name;

    /// <summary>The limits in words.</summary>
    public string Limits => string.Join(", ", windows.Select(w => $"{w.Limit} per {w.Length.TotalSeconds:0} s"));

    /// <summary>Lets requests go, or says when to ask again: <see cref="Turn.At"/>, or <see cref="Turn.AllClearAt"/> to find it empty.</summary>
    public Turn TryEnter(int count, DateTimeOffset now)
    {
        lock (counting)
        {
            if (blockedUntil > now)
            {
                return new(false, blockedUntil, blockedUntil);
            }

            // More at once than the limit allows can only ever go into an empty window.
            var full = windows.Where(w => w.Room(now) < Math.Min(count, w.Limit)).ToList();
            if (full.Count == 0)
            {
                Enter(count);
                return new(true, now, now);
            }

            return new(false, full.Max(w => w.NextRoomAt ?? now), full.Max(w => w.ClearAt ?? now));
        }
    }

    /// <summary>Lets requests go whether or not the limit allows it.</summary>
    public void Enter(int count)
    {
        lock (counting)
        {
            foreach (var window in windows)
            {
                window.Enter(count);
            }
        }
    }

    /// <summary>Takes back requests that have come back.</summary>
    public void Leave(int count, DateTimeOffset now)
    {
        lock (counting)
        {
            foreach (var window in windows)
            {
                window.Leave(count, now);
            }
        }
    }

    /// <summary>Lets nothing go until this moment, and then starts afresh: the target has said so.</summary>
    public void Block(DateTimeOffset until)
    {
        lock (counting)
        {
            blockedUntil = until;
            foreach (var window in windows)
            {
                window.Clear();
            }
        }
    }

    /// <summary>
    /// From when on the windows up to a length are surely empty, whoever used them before the run; longer windows are
    /// not waited for.
    /// </summary>
    public DateTimeOffset EmptyAt(TimeSpan longest)
    {
        lock (counting)
        {
            var moments = windows.Where(w => w.Length <= longest).Select(w => Later(w.ClearAt, openedAt + w.Length));
            return moments.Append(blockedUntil).Max();
        }
    }

    /// <summary>The shortest window; null when there is no limit.</summary>
    public TimeSpan? ShortestWindow => windows.IsEmpty ? null : windows.Min(w => w.Length);

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}

/// <summary>Whether it is a request's turn.</summary>
/// <param name="HasEntered">Whether it may go.</param>
/// <param name="At">When to ask again; now when others are still under way.</param>
/// <param name="AllClearAt">When nothing stands in the way any more.</param>
internal readonly record struct Turn(bool HasEntered, DateTimeOffset At, DateTimeOffset AllClearAt);
