using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.AttemptsCarrySameBytes;

namespace Conformance.Verdicts.Checks;

/// <summary>Every attempt for one event carries the same bytes.</summary>
internal sealed class AttemptsCarrySameBytes : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        if (deliveries.Attempts is not [var first, _, ..])
        {
            return deliveries.NothingToJudge("two attempts");
        }

        var other = deliveries.Attempts.FirstOrDefault(a => !a.Facts.Body.Span.SequenceEqual(first.Facts.Body.Span));
        return other is null
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    other.Where("body"),
                    Excerpt.OfBytes(first.Facts.Body),
                    Excerpt.OfBytes(other.Facts.Body),
                    "keep the bytes of an event with it, and send and sign those"
                )
            ) with
            {
                Exchange = other.Exchange.Index,
            };
    }
}
