using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Simulator.Json;

/// <summary>One text for all spellings of a JSON value: members sorted, no white space, equal numbers alike.</summary>
internal static class CanonicalJson
{
    /// <summary>The canonical text of a value.</summary>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, value);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(Number(value));
                break;
            case JsonValueKind.String:
                text.Append(JsonSerializer.Serialize(value.GetString()));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonElement value)
    {
        text.Append('{');
        foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append(JsonSerializer.Serialize(property.Name)).Append(':');
            Append(text, property.Value);
            text.Append(',');
        }

        text.Append('}');
    }

    private static string Number(JsonElement value) =>
        value.TryGetDecimal(out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : value.GetRawText();
}
