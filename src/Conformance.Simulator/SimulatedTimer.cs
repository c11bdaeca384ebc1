namespace Conformance.Simulator;

/// <summary>A timer that runs by a simulated clock, on a timer of the real one.</summary>
internal sealed class SimulatedTimer : ITimer
{
    // Timers of the system go no further; a longer wait is made of several.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();
    private readonly SimulatedClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly Action<SimulatedTimer> _forget;
    private readonly ITimer _real;
    private long? _due;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _isCutShort;

    public SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state, Action<SimulatedTimer> forget)
    {
        (_clock, _callback, _state, _forget) = (clock, callback, state, forget);
        _real = clock.Real.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _due = dueTime < TimeSpan.Zero ? null : _clock.GetTimestamp() + dueTime.Ticks;
            _period = period;
            return Arm();
        }
    }

    /// <summary>Looks at the clock again, which has been moved.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            if (_due is not null)
            {
                Arm();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _forget(this);
        _real.Dispose();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _forget(this);
        return _real.DisposeAsync();
    }

    private bool Arm()
    {
        if (_due is not { } due)
        {
            return _real.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        var wait = _clock.RealUntil(due);
        _isCutShort = wait > Longest;
        // Up to the next millisecond, below which timers of the system do not count: none may be early.
        var whole = TimeSpan.FromMilliseconds(Math.Ceiling((_isCutShort ? Longest : wait).TotalMilliseconds));
        return _real.Change(whole, Timeout.InfiniteTimeSpan);
    }

    private void Fire()
    {
        lock (_gate)
        {
            if (_due is not { } due)
            {
                return;
            }

            if (_isCutShort)
            {
                Arm();
                return;
            }

            _due = _period > TimeSpan.Zero ? due + _period.Ticks : null;
            if (_due is not null)
            {
                Arm();
            }
        }

        _callback(_state);
    }
}
