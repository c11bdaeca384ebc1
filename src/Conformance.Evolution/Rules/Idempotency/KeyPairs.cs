using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Idempotency;

/// <summary>The idempotency rules of the operations that have them in both versions.</summary>
internal static class KeyPairs
{
    public static IEnumerable<(IdempotencyRules Old, IdempotencyRules New, Subject Subject)> Of(
        SpecificationPair pair
    ) =>
        pair
            .Kept.Where(o => o.Old.Idempotency is not null && o.New.Idempotency is not null)
            .Select(o =>
                (
                    o.Old.Idempotency!,
                    o.New.Idempotency!,
                    new Subject($"{o.Name}, idempotency", o.Old.Idempotency!.Location, o.New.Idempotency!.Location)
                )
            );
}
