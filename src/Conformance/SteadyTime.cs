namespace Conformance;

/// <summary>
/// The clock of a run: it begins with the machine's and then goes on evenly, whatever the machine's is set to meanwhile.
/// What was sent first must look so when the clock is put back, and an answer is no hour late because it was put forward.
/// </summary>
/// <param name="machine">The machine's clock.</param>
internal sealed class SteadyTime(TimeProvider machine) : TimeProvider
{
    private readonly DateTimeOffset start = machine.GetUtcNow();
    private readonly long startStamp = machine.GetTimestamp();

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => start + machine.GetElapsedTime(startStamp);

    /// <inheritdoc />
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
