using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.DeliveryIsNotRetried;

namespace Conformance.Verdicts.Checks;

/// <summary>A delivery that succeeded was not repeated, nor given up before its time.</summary>
internal sealed class DeliveryIsNotRetried : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var attempts = deliveries.Attempts;
        var demand = $"no attempt after the one that was answered {expected.Success}";
        if (attempts.Count >= expected.Attempts && attempts[expected.Attempts - 1] is { Facts.WasGivenUp: true } early)
        {
            return Broken(expected, deliveries, early, "the sender gave up before the time it must wait was over");
        }

        if (attempts.Count > expected.Attempts)
        {
            var after = SeenDeliveries.Time(
                attempts[expected.Attempts].Facts.Moment.Latest - attempts[expected.Attempts - 1].Facts.Moment.Latest
            );
            return Broken(
                expected,
                deliveries,
                attempts[expected.Attempts],
                $"attempt {expected.Attempts + 1} came, at most {after} later"
            );
        }

        return attempts.Count < expected.Attempts || deliveries.WasCutShort
            ? deliveries.NothingToJudge(demand)
            : Judgement.Held;
    }

    private static Judgement Broken(Expected expected, SeenDeliveries deliveries, SeenDelivery shown, string actual) =>
        Judgement.Broken(
            new Finding(
                deliveries.Where,
                Cited.At(
                    $"no attempt after the one that was answered {expected.Success}",
                    expected.Requirement.Location
                ),
                actual,
                "take every answer that the success criteria name as the end of a delivery"
            )
        ) with
        {
            Exchange = shown.Exchange.Index,
        };
}
