namespace Conformance.Verdicts.Evidence;

/// <summary>What a step that used up a limit saw: how many requests were served, and how the first one was that was not.</summary>
internal sealed class UsedUpLimit
{
    private const int ManyInARow = 3;

    private UsedUpLimit(RateLimitReading[] readings, bool isWindowed)
    {
        Readings = readings;
        Refusal = Array.Find(readings, r => r.Seen.Status == 429);
        // A slow target is asked several at once, so answers recorded after the refusal may have been served before it.
        Served = [.. readings.Where(r => r.Seen.Status is not 429 and < 500)];
        var breakdown = readings.Length < ManyInARow ? [] : readings[^ManyInARow..];
        OtherRefusal =
            Refusal is null && breakdown.Length > 0 && Array.TrueForAll(breakdown, r => r.Seen.Status >= 500)
                ? breakdown[0]
                : null;
        InWindow = isWindowed ? OfLastWindow(Served, Refusal ?? readings[^1]) : Served;
    }

    /// <summary>All answers of the step, in order.</summary>
    public RateLimitReading[] Readings { get; }

    /// <summary>The first answer with 429; null when there was none.</summary>
    public RateLimitReading? Refusal { get; }

    /// <summary>Where no 429 came: the first of the server errors that the step ended with.</summary>
    public RateLimitReading? OtherRefusal { get; }

    /// <summary>The requests that were served, all together.</summary>
    public RateLimitReading[] Served { get; }

    /// <summary>Those of them that were counted in the window of the refusal, or in the last one.</summary>
    public RateLimitReading[] InWindow { get; }

    /// <summary>Whether a new window began while the step was under way.</summary>
    public bool HasRolled => InWindow.Length < Served.Length;

    /// <summary>How long the step took, in the target's time.</summary>
    public TimeSpan Taken => Readings[^1].AnsweredAt - Readings[0].SentAt;

    /// <summary>Reads a step; null when it has no answers.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="step">Name of the step.</param>
    public static UsedUpLimit? Of(SeenCase seen, string step)
    {
        var rules = seen.Context.Specification.RateLimits;
        var readings = seen.AnsweredOf(step).Select(e => RateLimitReading.Of(e, rules?.Headers)).ToArray();
        return readings.Length == 0
            ? null
            : new(readings, rules?.Algorithm?.Value is not ("token_bucket" or "sliding_window"));
    }

    // A refusal may tell a longer wait than the answers before it; where nothing was served in it, no window began.
    // A new window shows twice: its end is another, and more is left than there was. An end that moves with every
    // answer, while what is left goes on falling, is one window that is told badly.
    private static RateLimitReading[] OfLastWindow(RateLimitReading[] served, RateLimitReading last)
    {
        var earlier = served.Where(r => last.End - r.End > RateLimitReading.Jitter).ToArray();
        var own = served.Except(earlier).ToArray();
        var hasRolled =
            earlier.Length > 0
            && own.Length > 0
            && (
                own.Max(r => r.Remaining) is not { } most
                || earlier.Min(r => r.Remaining) is not { } least
                || most > least + RateLimitReading.Jitter
            );
        return hasRolled ? own : served;
    }
}
