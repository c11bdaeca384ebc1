using System.Text.Json;

namespace Conformance.Verdicts.Evidence;

/// <summary>
/// Whether two JSON values say the same of a resource. Numbers are compared as numbers, date-times as moments at the
/// coarser of their precisions; elements may stand in another order.
/// </summary>
internal static class ValueAgreement
{
    /// <summary>Whether two forms of a value agree; a member that only one of them has is no contradiction.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public static bool Agree(JsonElement one, JsonElement other) => Same(one, other, mayLack: true);

    /// <summary>Whether a value shows everything that another one says; it may show more.</summary>
    /// <param name="shown">The value.</param>
    /// <param name="said">What it must show.</param>
    public static bool Shows(JsonElement shown, JsonElement said) => Same(said, shown, mayLack: false);

    private static bool Same(JsonElement said, JsonElement shown, bool mayLack) =>
        (said.ValueKind, shown.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => said.EnumerateObject()
                .All(p =>
                    shown.TryGetProperty(p.Name, out var other)
                        ? Same(p.Value, other, mayLack)
                        : mayLack || p.Value.ValueKind is JsonValueKind.Null
                ),
            (JsonValueKind.Array, JsonValueKind.Array) => SameElements(said, shown, mayLack),
            (JsonValueKind.String, JsonValueKind.String) => JsonElement.DeepEquals(said, shown)
                || SameMoment(FieldPath.TextOf(said), FieldPath.TextOf(shown)),
            _ => JsonElement.DeepEquals(said, shown),
        };

    private static bool SameElements(JsonElement said, JsonElement shown, bool mayLack)
    {
        if (said.GetArrayLength() != shown.GetArrayLength())
        {
            return false;
        }

        var left = shown.EnumerateArray().ToList();
        foreach (var element in said.EnumerateArray())
        {
            // In order, the first one left is the one; that is also the cheap way.
            var at = left.FindIndex(other => Same(element, other, mayLack));
            if (at < 0)
            {
                return false;
            }

            left.RemoveAt(at);
        }

        return true;
    }

    private static bool SameMoment(string? one, string? other)
    {
        if (one is null || other is null || Moment.Of(one) is not { } a || Moment.Of(other) is not { } b)
        {
            return false;
        }

        // The coarser one is the other one, cut or rounded.
        var (fine, coarse) = a.Unit <= b.Unit ? (a.Ticks, b.Ticks) : (b.Ticks, a.Ticks);
        var unit = Math.Max(a.Unit, b.Unit);
        var cut = fine - (fine % unit);
        return coarse == cut || coarse == cut + (fine % unit * 2 >= unit ? unit : 0);
    }
}
