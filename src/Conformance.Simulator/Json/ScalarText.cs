using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Json;

/// <summary>Reads the text of a header or parameter as the JSON value its schema speaks of.</summary>
internal static class ScalarText
{
    /// <summary>The value; the text itself when it is none of the declared types.</summary>
    /// <param name="text">The text.</param>
    /// <param name="types">The declared types.</param>
    public static JsonElement Read(string text, JsonTypes types)
    {
        const JsonTypes Numeric = JsonTypes.Integer | JsonTypes.Number;
        var wantsNumber = (types & Numeric) != 0;
        var wantsBoolean = types.HasFlag(JsonTypes.Boolean);
        if (
            (wantsNumber && text.All(c => char.IsAsciiDigit(c) || c is '-' or '.'))
            || (wantsBoolean && text is "true" or "false")
        )
        {
            if (StrictJson.Read(System.Text.Encoding.UTF8.GetBytes(text), out var value) is null)
            {
                return value;
            }
        }

        return JsonSerializer.SerializeToElement(text);
    }

    /// <summary>A list: repeated parameters, or one whose value has commas.</summary>
    public static JsonElement ReadList(IReadOnlyList<string> texts, JsonTypes itemTypes) =>
        JsonSerializer.SerializeToElement(
            (texts.Count == 1 ? texts[0].Split(',') : [.. texts]).Select(t => Read(t, itemTypes))
        );
}
