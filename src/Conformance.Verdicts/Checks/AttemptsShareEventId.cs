using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.AttemptsShareEventId;

namespace Conformance.Verdicts.Checks;

/// <summary>Every attempt for one event carries the same event id.</summary>
internal sealed class AttemptsShareEventId : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        var attempts = deliveries.Attempts;
        if (attempts.Count < 2 || attempts.All(a => a.Facts.EventId is null))
        {
            return deliveries.NothingToJudge("two attempts with event ids");
        }

        var ids = attempts.Select(a => a.Facts.EventId ?? "none").Distinct(StringComparer.Ordinal).ToArray();
        return ids.Length == 1
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    deliveries.Where,
                    Cited.At(
                        $"the id {Excerpt.OfText(ids[0], 60)} of attempt 1 on every attempt",
                        expected.Requirement.Location
                    ),
                    string.Join(", ", ids.Take(5).Select(i => Excerpt.OfText(i, 60))),
                    "give an event its id when it happens, not when it is sent"
                )
            ) with
            {
                Exchange = attempts.First(a => a.Facts.EventId != attempts[0].Facts.EventId).Exchange.Index,
            };
    }
}
