using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.RateLimits;

/// <summary>Requests are counted as they were.</summary>
internal sealed class CountingIsKept()
    : EvolutionRule(
        "EVO-703",
        "Counting of requests is kept",
        "A limit that was each client's own and is now shared, or a window that no longer starts anew, refuses clients that kept under it."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.RateLimits, pair.New.RateLimits);
        if (old is null || now is null)
        {
            return [];
        }

        var subject = new Subject("rate limits", old.Location, now.Location);
        return
        [
            .. Promise(subject, "what requests are counted per", old.Partition, now.Partition),
            .. Promise(subject, "the algorithm", old.Algorithm, now.Algorithm),
        ];
    }
}
