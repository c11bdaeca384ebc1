using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Objects keep their sizes.</summary>
internal sealed class PropertyCountsAreKept()
    : SchemaRule(
        "EVO-314",
        "Numbers of properties are kept",
        "Objects that were fine are refused when fewer properties are allowed."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair) =>
        [
            .. Bound(
                pair,
                "minProperties",
                "the least number of properties",
                pair.Old.MinProperties,
                pair.New.MinProperties,
                greaterIsNarrower: true
            ),
            .. Bound(
                pair,
                "maxProperties",
                "the greatest number of properties",
                pair.Old.MaxProperties,
                pair.New.MaxProperties,
                greaterIsNarrower: false
            ),
        ];
}
