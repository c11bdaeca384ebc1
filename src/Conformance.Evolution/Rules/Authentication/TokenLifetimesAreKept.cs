using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Authentication;

/// <summary>Tokens live as long as they did.</summary>
internal sealed class TokenLifetimesAreKept()
    : EvolutionRule(
        "EVO-404",
        "Token lifetimes are kept",
        "Consumers that keep a token for the lifetime they were told are refused in the middle of their work when it is shorter."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Authentication?.TokenEndpoint, pair.New.Authentication?.TokenEndpoint);
        return old is null || now is null
            ? []
            : Promise(
                new Subject("token endpoint", old.Location, now.Location),
                "the lifetime of a token",
                old.ExpiresIn,
                now.ExpiresIn,
                (before, after) => after.CompareTo(before)
            );
    }
}
