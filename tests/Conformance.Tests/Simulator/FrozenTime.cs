namespace Conformance.Tests.Simulator;

/// <summary>A clock that stands still, while timers run: short ones in real time, long ones at once but noted.</summary>
internal sealed class FrozenTime : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    public TimeSpan LongestTimer { get; private set; }

    public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        LongestTimer = dueTime > LongestTimer ? dueTime : LongestTimer;
        return base.CreateTimer(callback, state, dueTime > Long ? TimeSpan.Zero : dueTime, period);
    }
}
