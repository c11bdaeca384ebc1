using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>Where a field is tried: its path, and a valid body that has other elements before or behind it.</summary>
/// <param name="Name">Part of the case's id: the field's path, with <c>[]</c> for the first element and <c>[last]</c> for the last.</param>
/// <param name="Path">The path of the one field that is tried.</param>
/// <param name="Body">The valid body.</param>
internal sealed record FieldPlace(string Name, FieldPath Path, JsonNode? Body);

/// <summary>
/// Puts fields of elements where a target that looks at the first element only, or keeps what it found of the last one
/// only, gives itself away: first of two, and last of three.
/// </summary>
internal static class ElementPlaces
{
    // Enough for a target that looks at the first few only; a body of that size is refused by nobody.
    private const int Many = 100;

    /// <summary>At the first element, with a valid one behind it where there may be two.</summary>
    public static FieldPlace First(IReadOnlyList<BodyField> fields, BodyField field, JsonNode? body) =>
        new(
            field.Template.IsRoot ? "body" : field.Template.ToString(),
            field.First,
            Grown(fields, field, body, 2) ?? body
        );

    /// <summary>At the last element of three, or of two; null where the field is in no array, or an array may not be that long.</summary>
    public static FieldPlace? Last(IReadOnlyList<BodyField> fields, BodyField field, JsonNode? body)
    {
        if (Grown(fields, field, body, 3) is not { } grown)
        {
            return null;
        }

        var count = ((JsonArray)PayloadEditor.Find(grown, ArrayOf(field))!).Count;
        var name = field.Template.ToString().Replace("[]", "[last]", StringComparison.Ordinal);
        return new(name, field.Template.At(count - 1, 0), grown);
    }

    /// <summary>At the second element of three, and at the last one of as many as there may be: none where the array may not be that long.</summary>
    public static IEnumerable<FieldPlace> Elsewhere(IReadOnlyList<BodyField> fields, BodyField field, JsonNode? body)
    {
        if (CountOf(Grown(fields, field, body, 3)) >= 3)
        {
            yield return new(Named("second"), field.Template.At(1, 0), Grown(fields, field, body, 3));
        }

        if (Grown(fields, field, body, Many) is { } grown && CountOf(grown) > 3)
        {
            yield return new(Named("of-many"), field.Template.At(CountOf(grown) - 1, 0), grown);
        }

        string Named(string place) => field.Template.ToString().Replace("[]", $"[{place}]", StringComparison.Ordinal);

        int CountOf(JsonNode? grown) =>
            PayloadEditor.Find(grown, ArrayOf(field)) is JsonArray elements ? elements.Count : 0;
    }

    // Only the outermost array: one is enough to tell.
    private static JsonNode? Grown(IReadOnlyList<BodyField> fields, BodyField field, JsonNode? body, int count)
    {
        if (
            !field.Template.HasElements
            || PayloadEditor.Find(body, ArrayOf(field)) is not JsonArray { Count: > 0 } elements
        )
        {
            return null;
        }

        var array = fields.First(f => f.Template.ToString() == ArrayOf(field).ToString()).Schema;
        var most = Math.Min(Math.Max(count, elements.Count), array.MaxItems ?? int.MaxValue);
        return most < 2
            ? null
            : PayloadEditor.With(
                body,
                ArrayOf(field),
                new JsonArray([
                    .. Enumerable
                        .Range(0, most)
                        .Select(i => PayloadGenerator.Distinct(elements[i % elements.Count]?.DeepClone(), array, i)),
                ])
            );
    }

    private static FieldPath ArrayOf(BodyField field)
    {
        var path = field.Template.ToString();
        return FieldPath.Parse(path[..path.IndexOf("[]", StringComparison.Ordinal)]);
    }
}
