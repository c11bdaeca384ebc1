using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.RateLimits;

/// <summary>Bursts that were admitted are admitted.</summary>
internal sealed class BurstsAreKept()
    : EvolutionRule(
        "EVO-702",
        "Bursts are kept",
        "Clients that work in batches are refused in the middle of one when less may come at once."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.RateLimits?.Burst, pair.New.RateLimits?.Burst);
        var subject = pair.Section(
            "rate limits",
            old?.Location ?? pair.Old.RateLimits?.Location,
            now?.Location ?? pair.New.RateLimits?.Location
        );
        return
        [
            .. Promise(
                subject,
                "the multiple of the limit in a burst",
                In(old?.Factor, old?.Location),
                In(now?.Factor, now?.Location),
                (before, after) => after.CompareTo(before)
            ),
            .. Promise(
                subject,
                "the length of a burst",
                In(old?.Duration, old?.Location),
                In(now?.Duration, now?.Location),
                (before, after) => after.CompareTo(before)
            ),
        ];
    }
}
