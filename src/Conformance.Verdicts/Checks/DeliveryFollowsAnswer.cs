using System.Globalization;
using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.DeliveryFollowsAnswer;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// A delivery comes after the answer to its call, as drawn. The two travel on connections of their own, and a provider may
/// start the one before the other has left: what is closer than a second is a race, and no order of the provider's.
/// </summary>
internal sealed class DeliveryFollowsAnswer : CaseCheck<Expected>
{
    private static readonly TimeSpan Race = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var demand = $"the answer to step {expected.Call}, and {deliveries.Event} after it";
        if (seen.Final(expected.Call) is not { } call)
        {
            return StepIsMissing(expected.Call, demand);
        }

        if (deliveries.Attempts is not [var first, ..])
        {
            return deliveries.NothingToJudge(demand);
        }

        var early = call.Exchange.SentAt + call.Exchange.Duration - first.Exchange.SentAt;
        return early <= Race
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    deliveries.Where,
                    Cited.At(demand, expected.Requirement.Location),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{deliveries.Event} came {early.TotalSeconds:0.0} s before the answer"
                    ),
                    $"answer the call first, then deliver {deliveries.Event}"
                )
            ) with
            {
                Exchange = first.Exchange.Index,
            };
    }
}
