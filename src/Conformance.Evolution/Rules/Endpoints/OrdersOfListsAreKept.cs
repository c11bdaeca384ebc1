using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>Lists keep the order they promise.</summary>
internal sealed class OrdersOfListsAreKept()
    : EvolutionRule(
        "EVO-108",
        "Orders of lists are kept",
        "Consumers that page, or show the first element as the newest, rely on the order."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair.Kept.SelectMany(o =>
            Promise(o.Subject, "the order of elements", Words(o.Old.Resource?.Order), Words(o.New.Resource?.Order))
        );

    private static Located<string>? Words(Located<ListOrder>? order) =>
        order is null
            ? null
            : In($"{order.Value.Field} {(order.Value.IsDescending ? "descending" : "ascending")}", order.Location);
}
