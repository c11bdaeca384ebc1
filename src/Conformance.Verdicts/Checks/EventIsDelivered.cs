using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.EventIsDelivered;

namespace Conformance.Verdicts.Checks;

/// <summary>An event was delivered after its trigger.</summary>
internal sealed class EventIsDelivered : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        if (deliveries.Attempts.Count > 0)
        {
            return Judgement.Held;
        }

        var demand = $"a delivery of {deliveries.Event} after step {expected.Trigger}";
        return deliveries.WasCutShort || seen.Final(expected.Trigger) is not { IsSuccess: true }
            ? deliveries.NothingToJudge(demand)
            : Judgement.Broken(
                new Finding(
                    deliveries.Where,
                    Cited.At(demand, expected.Requirement.Location),
                    Instead(deliveries),
                    $"deliver {deliveries.Event} to the registered address as soon as it happens"
                )
            );
    }

    private static string Instead(SeenDeliveries deliveries) =>
        deliveries.All.FirstOrDefault() is { } other
            ? $"none came; one of '{Excerpt.OfText(other.Facts.EventType ?? "no event", 60)}' came about the same resource"
            : "none came that is about the resource of the call";
}
