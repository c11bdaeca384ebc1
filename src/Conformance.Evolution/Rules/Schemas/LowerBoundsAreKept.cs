using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>The least number stays the same.</summary>
internal sealed class LowerBoundsAreKept()
    : SchemaRule(
        "EVO-308",
        "Lower bounds are kept",
        "Numbers that were fine are refused when the bound rises; numbers that nobody expected arrive when it falls."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair) =>
        Bound(
            pair,
            pair.New.ExclusiveMinimum is not null || (pair.New.Minimum is null && pair.Old.Minimum is null)
                ? "exclusiveMinimum"
                : "minimum",
            "the least value",
            NumericBound.Lower(pair.Old),
            NumericBound.Lower(pair.New),
            greaterIsNarrower: true
        );
}
