using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Payloads;

/// <summary>Changes one value of a valid payload into another valid one.</summary>
internal static class OtherValue
{
    /// <summary>The payload with another value in that field; null when there is none that keeps the payload valid.</summary>
    public static JsonNode? In(JsonNode? payload, BodyField field, Func<JsonNode?, bool> isValid) =>
        At(payload, field.First, field.Schema, isValid);

    /// <summary>The payload with another value at that place; null when there is none that keeps the payload valid.</summary>
    public static JsonNode? At(JsonNode? payload, FieldPath place, SchemaNode schema, Func<JsonNode?, bool> isValid)
    {
        var current = PayloadEditor.Find(payload, place);
        return Candidates(current, schema)
            .Where(other => !JsonNode.DeepEquals(other, current))
            .Select(other => PayloadEditor.With(payload, place, other))
            .FirstOrDefault(isValid);
    }

    private static IEnumerable<JsonNode?> Candidates(JsonNode? current, SchemaNode schema)
    {
        if (!schema.Enum.IsDefaultOrEmpty)
        {
            return schema.Enum.Select(e => JsonNode.Parse(e.GetRawText()));
        }

        return current?.GetValueKind() switch
        {
            JsonValueKind.Number => Numbers(current.AsValue().GetValue<JsonElement>(), schema),
            JsonValueKind.True => [JsonValue.Create(false)],
            JsonValueKind.False => [JsonValue.Create(true)],
            JsonValueKind.String => Texts(current.GetValue<string>()),
            _ => [],
        };
    }

    // One step up or down, whichever the bounds allow.
    private static IEnumerable<JsonNode?> Numbers(JsonElement current, SchemaNode schema) =>
        current.TryGetDecimal(out var number)
            ?
            [
                JsonValue.Create(number + NumberValues.StepOf(schema)),
                JsonValue.Create(number - NumberValues.StepOf(schema)),
            ]
            : [];

    // The smallest change comes first: it is the one that a careless comparison overlooks.
    private static IEnumerable<JsonNode?> Texts(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            foreach (var other in Neighbours(text[i]))
            {
                yield return JsonValue.Create(text[..i] + other + text[(i + 1)..]);
            }
        }

        yield return JsonValue.Create(text + "a");
    }

    private static IEnumerable<char> Neighbours(char c) =>
        char.IsAsciiDigit(c) ? [c == '9' ? '8' : (char)(c + 1)]
        : char.IsAsciiLetterUpper(c) ? [c == 'Z' ? 'Y' : (char)(c + 1)]
        : char.IsAsciiLetterLower(c) ? [c == 'z' ? 'y' : (char)(c + 1)]
        : [];
}
