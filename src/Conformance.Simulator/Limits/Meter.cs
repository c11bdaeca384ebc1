namespace Conformance.Simulator.Limits;

/// <summary>Counts the requests of one client against one limit. Not thread-safe; the ledger locks.</summary>
internal abstract class Meter
{
    /// <summary>Where the client stands, and with <paramref name="consume"/> one request further if there is room.</summary>
    /// <param name="terms">The limit.</param>
    /// <param name="now">The present time.</param>
    /// <param name="consume">Whether the request counts.</param>
    public abstract Allowance Measure(LimitTerms terms, DateTimeOffset now, bool consume);

    /// <summary>A meter for a declared algorithm; a fixed window when none is declared.</summary>
    public static Meter For(string? algorithm) =>
        algorithm switch
        {
            "sliding_window" => new SlidingWindow(),
            "token_bucket" => new TokenBucket(),
            _ => new FixedWindow(),
        };

    /// <summary>The first whole second not before a time: resets are published in seconds, and must not come early.</summary>
    protected static DateTimeOffset WholeSecond(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(
            time.ToUnixTimeSeconds() + (time.Ticks % TimeSpan.TicksPerSecond == 0 ? 0 : 1)
        );

    /// <summary>Whole seconds until a time, at least one.</summary>
    protected static long SecondsUntil(DateTimeOffset time, DateTimeOffset now) =>
        Math.Max(1, (long)Math.Ceiling((time - now).TotalSeconds));
}
