using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.EventIsDeliveredOnce;

namespace Conformance.Verdicts.Checks;

/// <summary>What happened once is one event: all deliveries of it have one id.</summary>
internal sealed class EventIsDeliveredOnce : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var attempts = deliveries.Attempts;
        if (attempts.Count == 0)
        {
            return deliveries.NothingToJudge($"one {deliveries.Event}");
        }

        var ids = attempts.Select(a => a.Facts.EventId ?? "none").Distinct(StringComparer.Ordinal).ToArray();
        var isOne = attempts[0].Facts.EventId is null ? attempts.Count == 1 : ids.Length == 1;
        return isOne
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    deliveries.Where,
                    Cited.At($"one {deliveries.Event} about one resource", expected.Requirement.Location),
                    $"{SeenDeliveries.Count(attempts.Count)}, with the ids {string.Join(", ", ids.Take(4).Select(i => Excerpt.OfText(i, 60)))}",
                    "make one event of one call, and none of calls that are refused or replayed"
                )
            ) with
            {
                Exchange = attempts[^1].Exchange.Index,
            };
    }
}
