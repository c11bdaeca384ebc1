namespace Conformance.Consumers.Client.Scripts;

/// <summary>
/// The times that scripts give a client: the clock of a client cannot be moved, so the facts it is told are scaled. Long
/// enough to be told apart from a backoff's first pauses and from the speed of a machine, and no longer.
/// </summary>
internal static class ScriptTimes
{
    /// <summary>What <c>Retry-After</c> says.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a slow answer takes.</summary>
    public static TimeSpan SlowAnswer { get; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an ordinary token request takes: on loopback two of them would hardly be seen side by side.</summary>
    public static TimeSpan TokenAnswer { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How much longer than the threshold a token lives that is about to expire.</summary>
    public static TimeSpan OverThreshold { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the first answer is held back, so that the token comes under the threshold meanwhile.</summary>
    public static TimeSpan UntilUnderThreshold { get; } = TimeSpan.FromSeconds(3.5);

    /// <summary>What a client may be off by, its own clock and the way to it together.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Tolerance of a wait: one second or a tenth of it, whichever is more; never more than half of it.</summary>
    public static TimeSpan ToleranceOf(TimeSpan wait)
    {
        var tolerance = wait / 10 > Tolerance ? wait / 10 : Tolerance;
        return tolerance > wait / 2 ? wait / 2 : tolerance;
    }
}
