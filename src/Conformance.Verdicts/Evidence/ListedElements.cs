using System.Text.Json;
using Conformance.Scenarios.Expectations;

namespace Conformance.Verdicts.Evidence;

/// <summary>The elements of a list, and what identifies them.</summary>
internal static class ListedElements
{
    /// <summary>The elements of an answer; null when it is no list.</summary>
    /// <param name="list">The answer.</param>
    /// <param name="place">Where its elements are.</param>
    public static IReadOnlyList<JsonElement>? Of(SeenExchange list, ListPlace place) =>
        list.Json is { } body
        && FieldPath.Find(body, place.Collection ?? "") is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray()]
            : null;

    /// <summary>The identifiers of an answer's elements in order, as JSON text; null when it is no list of such elements.</summary>
    /// <param name="list">The answer.</param>
    /// <param name="place">Where its elements are.</param>
    public static IReadOnlyList<string>? IdentifiersOf(SeenExchange list, ListPlace place)
    {
        var found = Of(list, place)?.Select(e => FieldPath.Find(e, place.Identifier)?.GetRawText()).ToList();
        return found is null || found.Contains(null) ? null : [.. found.OfType<string>()];
    }

    /// <summary>What to say of an answer that is no list.</summary>
    /// <param name="list">The answer.</param>
    public static string Defect(SeenExchange list) =>
        list.Body.Defect ?? $"no array of identified elements in {Excerpt.OfBytes(list.Response.Body)}";
}
