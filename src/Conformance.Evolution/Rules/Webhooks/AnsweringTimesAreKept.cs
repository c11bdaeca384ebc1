using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Webhooks;

/// <summary>Receivers have as long to answer as they had.</summary>
internal sealed class AnsweringTimesAreKept()
    : EvolutionRule(
        "EVO-806",
        "Times to answer deliveries are kept",
        "A receiver that takes its time gets every event again and again when the time is cut."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Webhooks?.Retry, pair.New.Webhooks?.Retry);
        return old is null || now is null
            ? []
            : Promise(
                    new Subject("webhook retry policy", old.Location, now.Location),
                    "the time to answer",
                    In(old.SuccessTimeout, old.SuccessCriteria?.Location ?? old.Location),
                    In(now.SuccessTimeout, now.SuccessCriteria?.Location ?? now.Location),
                    (before, after) => after.CompareTo(before)
                )
                .Select(c => c with { Direction = Direction.ToConsumer });
    }
}
