using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Idempotency;

/// <summary>Keys that were long or short enough still are.</summary>
internal sealed class KeyLengthsAreKept()
    : EvolutionRule(
        "EVO-602",
        "Lengths of keys are kept",
        "Clients make their keys by one recipe; a bound that it breaks refuses every request."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        KeyPairs
            .Of(pair)
            .SelectMany(k =>
                Demand(
                        k.Subject,
                        "the least length of a key",
                        In(k.Old.MinLength, k.Old.Location),
                        In(k.New.MinLength, k.New.Location),
                        (before, after) => after.CompareTo(before)
                    )
                    .Concat(
                        Demand(
                            k.Subject,
                            "the greatest length of a key",
                            In(k.Old.MaxLength, k.Old.Location),
                            In(k.New.MaxLength, k.New.Location),
                            (before, after) => before.CompareTo(after)
                        )
                    )
            );
}
