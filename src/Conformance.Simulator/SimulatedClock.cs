namespace Conformance.Simulator;

/// <summary>The simulator's time: real time, run faster if asked for, and moved forward by the test clock.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly decimal _scale;
    private readonly long _startStamp;
    private readonly DateTimeOffset _start;
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

    /// <summary>Moves the clock forward.</summary>
    /// <param name="amount">How much; never negative, for a server's clock does not run backwards.</param>
    public void Advance(TimeSpan amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, TimeSpan.Zero);
        Interlocked.Add(ref _advancedTicks, amount.Ticks);
    }
}
