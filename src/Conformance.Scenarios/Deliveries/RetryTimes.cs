using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Deliveries;

/// <summary>What the times of a retry schedule count from.</summary>
public enum ScheduleReading
{
    /// <summary>The first attempt.</summary>
    Offsets,

    /// <summary>The attempt before.</summary>
    Gaps,
}

/// <summary>When an attempt may come.</summary>
/// <param name="From">The earliest moment.</param>
/// <param name="To">The latest moment.</param>
public readonly record struct AttemptWindow(DateTimeOffset From, DateTimeOffset To);

/// <summary>An attempt that came, by the target's clock: some time between two moments when the clock was moved.</summary>
/// <param name="Earliest">Not before.</param>
/// <param name="Latest">Not after.</param>
public readonly record struct AttemptMoment(DateTimeOffset Earliest, DateTimeOffset Latest);

/// <summary>
/// The attempts of a retry policy and when they are due. A tenth of each time, and at least <see cref="LeastTolerance"/>,
/// is left to jitter, queues and networks (STANDARDS WHS-08).
/// </summary>
/// <param name="Attempts">Number of attempts, the first included.</param>
/// <param name="Schedule">The declared time of each attempt, the first included; shorter than the attempts when not all are declared.</param>
/// <param name="Meaning">What the times count from; null when the specification leaves it open, so that either will do.</param>
/// <param name="Timeout">How long a receiver may take to answer; null when undeclared.</param>
public sealed record RetryTimes(
    int Attempts,
    ImmutableArray<TimeSpan> Schedule,
    ScheduleReading? Meaning,
    TimeSpan? Timeout
)
{
    private const double Tolerance = 0.1;

    /// <summary>Tolerance of short times.</summary>
    public static TimeSpan LeastTolerance { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The readings that are right.</summary>
    public ImmutableArray<ScheduleReading> Readings =>
        Meaning is { } decided ? [decided] : [ScheduleReading.Offsets, ScheduleReading.Gaps];

    /// <summary>The times of a declared policy; null when it does not say when anything is repeated.</summary>
    /// <param name="policy">The policy.</param>
    public static RetryTimes? Of(WebhookRetryPolicy? policy)
    {
        if (policy is null || policy.Schedule.IsEmpty)
        {
            return null;
        }

        var written = policy.Schedule.Select(s => s.Value).ToImmutableArray();
        // "Immediate" may be left out: then the times are those of the repetitions.
        ImmutableArray<TimeSpan> schedule =
            written[0] > TimeSpan.Zero && policy.Attempts?.Value == written.Length + 1
                ? [TimeSpan.Zero, .. written]
                : written;
        var attempts = policy.Attempts?.Value ?? schedule.Length;
        return schedule.Length < 2 || attempts < 2
            ? null
            : new(
                attempts,
                [.. schedule.Take(attempts)],
                policy.ScheduleMeaning?.Value switch
                {
                    "gaps" => ScheduleReading.Gaps,
                    "offsets" => ScheduleReading.Offsets,
                    _ => null,
                },
                policy.SuccessTimeout
            );
    }

    /// <summary>When an attempt may come by one reading; null when the schedule does not say.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="before">The attempts before it; at least one.</param>
    /// <param name="failedAfter">How long it took until the attempt before it had failed.</param>
    public AttemptWindow? Window(ScheduleReading reading, IReadOnlyList<AttemptMoment> before, TimeSpan failedAfter)
    {
        if (before.Count >= Schedule.Length)
        {
            return null;
        }

        var (from, time) = reading switch
        {
            ScheduleReading.Offsets => (before[0], Schedule[before.Count] - Schedule[0]),
            _ => (before[^1], Schedule[before.Count]),
        };
        var tolerance = time * Tolerance > LeastTolerance ? time * Tolerance : LeastTolerance;
        return new(from.Earliest + time - tolerance, from.Latest + time + tolerance + failedAfter);
    }

    /// <summary>When an attempt may come by any right reading; null when the schedule does not say.</summary>
    /// <param name="before">The attempts before it; at least one.</param>
    /// <param name="failedAfter">How long it took until the attempt before it had failed.</param>
    public AttemptWindow? Window(IReadOnlyList<AttemptMoment> before, TimeSpan failedAfter)
    {
        var windows = Readings.Select(r => Window(r, before, failedAfter)).OfType<AttemptWindow>().ToList();
        return windows.Count == 0 ? null : new(windows.Min(w => w.From), windows.Max(w => w.To));
    }

    /// <summary>By when one attempt more than declared would have come.</summary>
    /// <param name="before">The attempts that came; at least one.</param>
    public DateTimeOffset AfterLast(IReadOnlyList<AttemptMoment> before) =>
        Window(before, Timeout ?? TimeSpan.Zero)?.To ?? before[^1].Latest + (Schedule[^1] * (1 + (2 * Tolerance)));
}
