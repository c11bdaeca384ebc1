using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.RefusalDeliversNothing;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// Nothing was delivered for requests that were refused. A single delivery about something unknown may be of another
/// client of a shared sandbox; as many of them as there were refusals are not.
/// </summary>
internal sealed class RefusalDeliversNothing : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var unknown = deliveries.All.Where(d => !d.Facts.IsExplained).ToArray();
        if (unknown.Length >= expected.Refused.Length)
        {
            return Judgement.Broken(
                new Finding(
                    deliveries.Where,
                    Cited.At(
                        $"no {deliveries.Event} for {Cited.Steps(expected.Refused)}, which were refused",
                        expected.Requirement.Location
                    ),
                    $"{SeenDeliveries.Count(unknown.Length)} about nothing that this run created: {Excerpt.OfBytes(unknown[0].Facts.Body)}",
                    "fire events when a call has succeeded, not when it arrives"
                )
            ) with
            {
                Exchange = unknown[0].Exchange.Index,
            };
        }

        if (deliveries.All.All(d => !d.Facts.IsExplained))
        {
            return deliveries.NothingToJudge($"a {deliveries.Event} of the valid call that followed");
        }

        return unknown.Length == 0
            ? Judgement.Held
            : Judgement.Observed(
                new Finding(
                    deliveries.Where,
                    "no delivery about what this run did not create",
                    $"{unknown.Length} of them, fewer than there were refusals",
                    "see whether somebody else uses the same registration"
                )
            );
    }
}
