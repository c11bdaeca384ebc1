using System.Text.Json;

namespace Conformance.Execution.Recording;

/// <summary>Reads bodies as JSON where they are JSON.</summary>
internal static class JsonBody
{
    /// <summary>The body's root; null when it is no JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value at a path such as <c>data.items[0].id</c>; <c>[]</c> means the first element. Null when absent.</summary>
    public static JsonElement? Find(JsonElement root, string path)
    {
        var current = root;
        foreach (var part in FieldPath.Parts(path))
        {
            var next = part.Index is { } index ? At(current, index) : Member(current, part.Name!);
            if (next is not { } found)
            {
                return null;
            }

            current = found;
        }

        return current;
    }

    /// <summary>A scalar as text, as it would stand in a URL; null for objects, arrays and null.</summary>
    public static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };

    private static JsonElement? At(JsonElement value, int index) =>
        value.ValueKind is JsonValueKind.Array && index < value.GetArrayLength() ? value[index] : null;

    private static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : null;
}
