using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Lists that could repeat an item still can, and others still cannot.</summary>
internal sealed class UniquenessIsKept()
    : SchemaRule(
        "EVO-313",
        "Uniqueness of items is kept",
        "Lists with an item twice are refused when items must differ; consumers that index by item lose one when they need not."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        if (pair.New.UniqueItems && !pair.Old.UniqueItems)
        {
            yield return Narrowed(pair, "uniqueItems", "items must differ");
        }
        else if (pair.Old.UniqueItems && !pair.New.UniqueItems)
        {
            yield return Widened(pair, "uniqueItems", "items need not differ any more");
        }
    }
}
