using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>The bound of a number, however it is written; a lower one, or an upper one with its sign changed.</summary>
/// <param name="Value">The number at the bound.</param>
/// <param name="IsExclusive">Whether that number itself is not allowed.</param>
internal readonly record struct NumericBound(decimal Value, bool IsExclusive) : IComparable<NumericBound>, IFormattable
{
    public static NumericBound? Lower(SchemaNode node) =>
        Stricter(node.Minimum, node.ExclusiveMinimum, JsonTypeSets.IsWhole(node));

    public static NumericBound? Upper(SchemaNode node) =>
        Stricter(-node.Maximum, -node.ExclusiveMaximum, JsonTypeSets.IsWhole(node)) is { } bound
            ? bound with
            {
                Value = -bound.Value,
            }
            : null;

    public int CompareTo(NumericBound other) => (Value, IsExclusive).CompareTo((other.Value, other.IsExclusive));

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Value.ToString(formatProvider) + (IsExclusive ? " (exclusive)" : "");

    public override string ToString() => ToString(null, null);

    // Above 4 means from 5 on where numbers are whole.
    private static NumericBound? Stricter(decimal? inclusive, decimal? exclusive, bool isWhole)
    {
        NumericBound? open =
            exclusive is not { } bound ? null
            : isWhole ? new NumericBound(decimal.Floor(bound) + 1, false)
            : new NumericBound(bound, true);
        NumericBound? closed = inclusive is { } value ? new NumericBound(value, false) : null;
        return open is null ? closed
            : closed is null ? open
            : open.Value.CompareTo(closed.Value) > 0 ? open
            : closed;
    }
}
