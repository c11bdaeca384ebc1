using Conformance.Consumers.Receiver.Deliveries;

namespace Conformance.Consumers.Receiver.Effects;

/// <summary>
/// Waits for effects: a receiver may answer first and work later. What is expected is waited for as long as it may take;
/// what is not expected, as long as effects were seen to take, and longer.
/// </summary>
/// <param name="probe">Where effects are seen.</param>
/// <param name="settle">The longest that an effect may take.</param>
/// <param name="time">The run's clock.</param>
internal sealed class EffectWatch(EffectProbe probe, TimeSpan settle, TimeProvider time)
{
    private static readonly TimeSpan LeastQuiet = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);
    private TimeSpan slowest;

    /// <summary>Where effects are seen.</summary>
    public EffectProbe Probe => probe;

    /// <summary>Waits until the events have had so many effects, then once more for what should not come.</summary>
    /// <param name="events">The events.</param>
    /// <param name="expected">How many effects they should have, all together.</param>
    /// <param name="before">How many the probe showed before the case, where it is not asked about one event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ProbeReading> AwaitAsync(
        IReadOnlyCollection<DeliveredEvent> events,
        int expected,
        int before,
        CancellationToken cancellationToken
    )
    {
        var started = time.GetTimestamp();
        var reading = await ReadAsync(events, before, cancellationToken);
        var isLate = reading.Count < expected;
        while (reading.Count < expected && time.GetElapsedTime(started) < settle)
        {
            await Task.Delay(Pause, time, cancellationToken);
            reading = await ReadAsync(events, before, cancellationToken);
        }

        if (reading.Count != expected)
        {
            return reading;
        }

        // What is there with the answer is no measure of how long an effect takes.
        slowest = isLate && time.GetElapsedTime(started) is var taken && taken > slowest ? taken : slowest;
        await Task.Delay(Quiet(), time, cancellationToken);
        return await ReadAsync(events, before, cancellationToken);
    }

    /// <summary>What the probe shows now: of each event, or of all events there ever were.</summary>
    /// <param name="events">The events.</param>
    /// <param name="before">How many there were before the case, where it is not asked about one event.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<ProbeReading> ReadAsync(
        IReadOnlyCollection<DeliveredEvent> events,
        int before,
        CancellationToken cancellationToken
    )
    {
        var sum = new ProbeReading(0);
        foreach (var one in events.DistinctBy(probe.AddressOf))
        {
            var reading = await probe.ReadAsync(one, cancellationToken);
            if (reading.Count is null)
            {
                return reading;
            }

            sum = new(sum.Count + reading.Count, sum.IsPresence || reading.IsPresence);
        }

        return probe.IsAboutOne ? sum : sum with { Count = sum.Count - before };
    }

    private TimeSpan Quiet()
    {
        var quiet = slowest * 4;
        return quiet < LeastQuiet ? LeastQuiet
            : quiet > settle ? settle
            : quiet;
    }
}
