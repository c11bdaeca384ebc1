namespace Conformance.Tests.Simulator.Webhooks;

/// <summary>A clock that stands still; short timers run in real time, and longer ones never end by themselves.</summary>
internal sealed class StillTime : TimeProvider
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new StillTimer(base.CreateTimer(callback, state, Shown(dueTime), period));

    private static TimeSpan Shown(TimeSpan dueTime) => dueTime > Long ? Timeout.InfiniteTimeSpan : dueTime;

    private sealed class StillTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Shown(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
