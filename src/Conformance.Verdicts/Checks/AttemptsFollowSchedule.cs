using Conformance.Scenarios.Deliveries;
using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.AttemptsFollowSchedule;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// The declared attempts came, and no more, at the declared times: those of one reading of the schedule, the same for all
/// of them.
/// </summary>
internal sealed class AttemptsFollowSchedule : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var attempts = deliveries.Attempts;
        if (attempts.Count == 0)
        {
            return deliveries.NothingToJudge($"{expected.Times.Attempts} attempts");
        }

        AttemptMoment[] moments = [.. attempts.Select(a => a.Facts.Moment)];
        var wrong = expected.Times.Readings.Select(r => FirstWrong(expected.Times, r, moments)).ToArray();
        if (wrong.All(w => w is not null))
        {
            // The reading that holds longest is the one that was meant.
            var at = wrong.Max()!.Value;
            return Broken(expected, deliveries, attempts[at], Due(expected.Times, moments, at), Came(moments, at));
        }

        if (attempts.Count > expected.Times.Attempts)
        {
            return Broken(
                expected,
                deliveries,
                attempts[expected.Times.Attempts],
                $"{expected.Times.Attempts} attempts in all",
                $"attempt {expected.Times.Attempts + 1} came"
            );
        }

        return attempts.Count == expected.Times.Attempts ? SawEnd(expected, deliveries)
            : deliveries.WasCutShort
                ? deliveries.NothingToJudge($"attempt {attempts.Count + 1} of {expected.Times.Attempts}")
            : Broken(
                expected,
                deliveries,
                attempts[^1],
                Due(expected.Times, moments, attempts.Count),
                $"it did not come; {SeenDeliveries.Count(attempts.Count)} came, {SeenDeliveries.Time(moments[^1].Latest - moments[0].Latest)} apart in all"
            );
    }

    private static Judgement SawEnd(Expected expected, SeenDeliveries deliveries) =>
        deliveries.WasCutShort
            ? deliveries.NothingToJudge($"no attempt after attempt {expected.Times.Attempts}")
            : Judgement.Held;

    private static int? FirstWrong(RetryTimes times, ScheduleReading reading, AttemptMoment[] moments)
    {
        for (var i = 1; i < moments.Length; i++)
        {
            if (
                times.Window(reading, moments[..i], TimeSpan.Zero) is { } window
                && (moments[i].Latest < window.From || moments[i].Earliest > window.To)
            )
            {
                return i;
            }
        }

        return null;
    }

    private static string Due(RetryTimes times, AttemptMoment[] moments, int at)
    {
        var windows = times
            .Readings.Select(r => (Reading: r, Window: times.Window(r, moments[..at], TimeSpan.Zero)))
            .Where(w => w.Window is not null)
            .Select(w =>
                $"{Span(w.Window!.Value.From - moments[0].Latest, w.Window.Value.To - moments[0].Latest)}"
                + (
                    times.Meaning is null
                        ? $" (read as {(w.Reading is ScheduleReading.Gaps ? "gaps" : "offsets")})"
                        : ""
                )
            );
        return $"attempt {at + 1} {string.Join(" or ", windows)} after the first";
    }

    private static string Came(AttemptMoment[] moments, int at) =>
        $"it came {Span(moments[at].Earliest - moments[0].Latest, moments[at].Latest - moments[0].Latest)} after the first, by the target's clock";

    private static string Span(TimeSpan from, TimeSpan to) =>
        (to - from) < TimeSpan.FromSeconds(1.5)
            ? SeenDeliveries.Time(to)
            : $"{SeenDeliveries.Time(from > TimeSpan.Zero ? from : TimeSpan.Zero)} to {SeenDeliveries.Time(to)}";

    private static Judgement Broken(
        Expected expected,
        SeenDeliveries deliveries,
        SeenDelivery shown,
        string demand,
        string actual
    ) =>
        Judgement.Broken(
            new Finding(
                deliveries.Where,
                Cited.At(demand, expected.Requirement.Location),
                actual,
                "repeat failed deliveries at the declared times, as often as declared"
            )
        ) with
        {
            Exchange = shown.Exchange.Index,
        };
}
