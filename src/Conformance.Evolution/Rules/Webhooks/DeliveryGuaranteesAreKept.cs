using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Webhooks;

/// <summary>The guarantee of delivery stays what it was.</summary>
internal sealed class DeliveryGuaranteesAreKept()
    : EvolutionRule(
        "EVO-807",
        "Delivery guarantees are kept",
        "Receivers are built for repetitions, or for losses, by what they are told to expect."
    )
{
    private static readonly string[] Guarantees = ["at-least-once", "at-most-once", "exactly-once", "best-effort"];

    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Webhooks, pair.New.Webhooks);
        return old is null || now is null
            ? []
            : Promise(
                    new Subject("webhooks", old.Location, now.Location),
                    "the delivery guarantee",
                    Guarantee(old.Delivery),
                    Guarantee(now.Delivery)
                )
                .Select(c => c with { Direction = Direction.ToConsumer });
    }

    private static Located<string>? Guarantee(Located<string>? prose)
    {
        var words = prose?.Value.Replace(' ', '-').ToLowerInvariant() ?? "";
        return Guarantees.FirstOrDefault(g => words.Contains(g, StringComparison.Ordinal)) is { } guarantee
            ? prose! with
            {
                Value = guarantee,
            }
            : null;
    }
}
