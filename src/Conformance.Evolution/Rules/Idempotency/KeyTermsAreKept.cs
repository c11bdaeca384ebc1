using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Idempotency;

/// <summary>What counts as the same key and the same request stays the same.</summary>
internal sealed class KeyTermsAreKept()
    : EvolutionRule(
        "EVO-604",
        "Scope and fingerprint of keys are kept",
        "A key that was one client's own collides with another's, or a repetition that was the same is a conflict."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        KeyPairs
            .Of(pair)
            .SelectMany(k =>
                Promise(k.Subject, "what a key is unique within", Scope(k.Old), Scope(k.New))
                    .Concat(
                        Promise(
                            k.Subject,
                            "how payloads are compared",
                            In(k.Old.Canonicalization, k.Old.Location),
                            In(k.New.Canonicalization, k.New.Location)
                        )
                    )
            );

    private static Located<string>? Scope(IdempotencyRules rules) =>
        rules.Scope.IsEmpty ? null : In(string.Join(", ", rules.Scope.Order(StringComparer.Ordinal)), rules.Location);
}
