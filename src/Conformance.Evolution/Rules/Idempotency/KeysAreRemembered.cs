using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Idempotency;

/// <summary>Keys are remembered as long as they were.</summary>
internal sealed class KeysAreRemembered()
    : EvolutionRule(
        "EVO-603",
        "Keys are remembered as long",
        "A client that repeats within the time it was told gets a second effect when the key is forgotten sooner."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        KeyPairs
            .Of(pair)
            .SelectMany(k =>
                Promise(
                    k.Subject,
                    "the time a key is remembered",
                    In(k.Old.Retention, k.Old.Location),
                    In(k.New.Retention, k.New.Location),
                    (before, after) => after.CompareTo(before)
                )
            );
}
