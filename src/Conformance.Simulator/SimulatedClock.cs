using System.Collections.Concurrent;

namespace Conformance.Simulator;

/// <summary>
/// The simulator's time: real time, run faster if asked for, and moved forward by the test clock. Its timers follow: they
/// are due sooner in real time when it runs faster, and at once when it is moved past them.
/// </summary>
internal sealed class SimulatedClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly decimal _scale;
    private readonly long _startStamp;
    private readonly DateTimeOffset _start;
    private readonly ConcurrentDictionary<SimulatedTimer, byte> _timers = new();
    private long _advancedTicks;

    public SimulatedClock(TimeProvider real, decimal scale)
    {
        _real = real;
        _scale = scale;
        _startStamp = real.GetTimestamp();
        _start = real.GetUtcNow();
    }

    /// <summary>Real time, for delays that a client is meant to feel.</summary>
    public TimeProvider Real => _real;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _start.AddTicks(GetTimestamp());

    /// <inheritdoc />
    public override long GetTimestamp() =>
        (long)(_real.GetElapsedTime(_startStamp).Ticks * _scale) + Interlocked.Read(ref _advancedTicks);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state, t => _timers.TryRemove(t, out _));
        _timers[timer] = 0;
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Real time until the clock shows a reading, if nobody moves it; zero when it has.</summary>
    public TimeSpan RealUntil(long timestamp)
    {
        var ticks = Math.Ceiling((timestamp - GetTimestamp()) / _scale);
        return ticks <= 0 ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Min(ticks, long.MaxValue / 2));
    }

    /// <summary>Moves the clock forward.</summary>
    /// <param name="amount">How much; never negative, for a server's clock does not run backwards.</param>
    public void Advance(TimeSpan amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, TimeSpan.Zero);
        Interlocked.Add(ref _advancedTicks, amount.Ticks);
        foreach (var timer in _timers.Keys)
        {
            timer.Reset();
        }
    }
}
