using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>Environments admit as much as they did.</summary>
internal sealed class LimitFactorsAreKept()
    : EvolutionRule(
        "EVO-903",
        "Limits of environments are kept",
        "Load tests that were admitted are refused when a sandbox admits less."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        EnvironmentPairs
            .Of(pair)
            .SelectMany(e =>
                Promise(
                    e.Subject,
                    "the multiple of the published limits",
                    e.Old.RateLimitFactor,
                    e.New.RateLimitFactor,
                    (before, after) => after.CompareTo(before)
                )
            );
}
