using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Lists keep their sizes.</summary>
internal sealed class ItemCountsAreKept()
    : SchemaRule(
        "EVO-312",
        "Sizes of lists are kept",
        "Lists that were fine are refused when less is allowed; pages longer than consumers expect arrive when more is."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair) =>
        [
            .. Bound(
                pair,
                "minItems",
                "the least number of items",
                pair.Old.MinItems,
                pair.New.MinItems,
                greaterIsNarrower: true
            ),
            .. Bound(
                pair,
                "maxItems",
                "the greatest number of items",
                pair.Old.MaxItems,
                pair.New.MaxItems,
                greaterIsNarrower: false
            ),
        ];
}
