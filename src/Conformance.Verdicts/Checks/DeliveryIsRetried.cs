using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.DeliveryIsRetried;

namespace Conformance.Verdicts.Checks;

/// <summary>A delivery that failed was repeated.</summary>
internal sealed class DeliveryIsRetried : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var attempts = deliveries.Attempts;
        if (attempts.Count > 1)
        {
            return Judgement.Held;
        }

        var demand = $"a second attempt after {expected.Failure}";
        return attempts.Count == 0 || deliveries.WasCutShort
            ? deliveries.NothingToJudge(demand)
            : Judgement.Broken(
                new Finding(
                    deliveries.Where,
                    Cited.At(demand, expected.Requirement.Location),
                    $"one attempt, which got {SeenDeliveries.Answer(attempts[0])}, and no second one when it was due",
                    "repeat every delivery that was not answered as the success criteria say"
                )
            ) with
            {
                Exchange = attempts[0].Exchange.Index,
            };
    }
}
