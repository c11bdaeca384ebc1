using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>The greatest number stays the same.</summary>
internal sealed class UpperBoundsAreKept()
    : SchemaRule(
        "EVO-309",
        "Upper bounds are kept",
        "Numbers that were fine are refused when the bound falls; numbers that overflow a column arrive when it rises."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair) =>
        Bound(
            pair,
            pair.New.ExclusiveMaximum is not null || (pair.New.Maximum is null && pair.Old.Maximum is null)
                ? "exclusiveMaximum"
                : "maximum",
            "the greatest value",
            Mirrored(pair.Old),
            Mirrored(pair.New),
            greaterIsNarrower: false
        );

    // An exclusive bound allows less than the same bound inclusive: it must rank below it.
    private static UpperBound? Mirrored(SchemaNode node) =>
        NumericBound.Upper(node) is { } bound ? new UpperBound(bound) : null;

    private readonly record struct UpperBound(NumericBound Bound) : IComparable<UpperBound>, IFormattable
    {
        public int CompareTo(UpperBound other) =>
            (Bound.Value, !Bound.IsExclusive).CompareTo((other.Bound.Value, !other.Bound.IsExclusive));

        public string ToString(string? format, IFormatProvider? formatProvider) =>
            Bound.ToString(format, formatProvider);
    }
}
