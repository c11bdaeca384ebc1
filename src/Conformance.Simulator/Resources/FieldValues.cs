using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Simulator.Resources;

/// <summary>Compares field values: numbers by size, everything else by its text, which for the simulator's own date-times is by time.</summary>
internal static class FieldValues
{
    /// <summary>The comparison; absent values come first.</summary>
    public static IComparer<JsonNode?> InOrder { get; } = Comparer<JsonNode?>.Create(Compare);

    private static int Compare(JsonNode? one, JsonNode? other) =>
        IsNumber(one) && IsNumber(other)
            ? one!.GetValue<decimal>().CompareTo(other!.GetValue<decimal>())
            : string.CompareOrdinal(one?.ToString(), other?.ToString());

    private static bool IsNumber(JsonNode? value) => value?.GetValueKind() is JsonValueKind.Number;
}
