using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Conformance.Specification.Schemas.Json;

/// <summary>Strings of JSON, read without exceptions and shown without surprises.</summary>
internal static class JsonText
{
    private const int MaxShown = 80;

    /// <summary>The text of a string element; half surrogate pairs become U+FFFD.</summary>
    /// <param name="element">An element of kind String.</param>
    public static string Of(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(JsonMarshal.GetRawUtf8Value(element)[1..^1]);
        }
    }

    /// <summary>The name of a property; half surrogate pairs become U+FFFD.</summary>
    /// <param name="property">The property.</param>
    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Unescape(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }

    /// <summary>The length of a string element in code points, without decoding it when nothing is escaped.</summary>
    /// <param name="element">An element of kind String.</param>
    public static int LengthOf(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element)[1..^1];
        if (raw.Contains((byte)'\\'))
        {
            return LengthOf(Of(element));
        }

        var length = 0;
        foreach (var b in raw)
        {
            length += (b & 0xC0) == 0x80 ? 0 : 1;
        }

        return length;
    }

    /// <summary>The length of a text in code points.</summary>
    /// <param name="text">The text.</param>
    public static int LengthOf(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    /// <summary>A value in words: its type and, when it is short, the value itself.</summary>
    /// <param name="element">The value.</param>
    public static string Describe(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Plural("object with", element.GetPropertyCount(), "property", "properties"),
            JsonValueKind.Array => Plural("array of", element.GetArrayLength(), "element", "elements"),
            JsonValueKind.String => $"string \"{Shorten(Of(element))}\"",
            JsonValueKind.Number => $"number {Shorten(element.GetRawText())}",
            JsonValueKind.Null => "null",
            _ => $"boolean {element.GetRawText()}",
        };

    /// <summary>A value as JSON, shortened.</summary>
    /// <param name="element">The value.</param>
    public static string Show(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? $"\"{Shorten(Of(element))}\"" : Shorten(element.GetRawText());

    /// <summary>A count with its noun.</summary>
    /// <param name="lead">What stands before the number.</param>
    /// <param name="count">The number.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for any other number.</param>
    public static string Plural(string lead, int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{lead} {count} {(count == 1 ? one : many)}");

    /// <summary>The text of the current token; null when it holds half of a surrogate pair.</summary>
    /// <param name="reader">A reader at a string or name.</param>
    public static string? TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A text that fits into a message: one line, bounded, without control characters.</summary>
    /// <param name="text">The text.</param>
    public static string Shorten(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= MaxShown)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Rune.IsControl(rune) || IsInvisible(rune) ? $"\\u{rune.Value:x4}" : rune.ToString());
        }

        return shown.ToString();
    }

    // Direction marks and separators would let a body rearrange the line that quotes it.
    private static bool IsInvisible(Rune rune) =>
        rune.Value is (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder();
        var source = Encoding.UTF8.GetString(raw);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\')
            {
                text.Append(source[i]);
                continue;
            }

            i++;
            text.Append(
                source[i] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => (char)Convert.ToInt32(source.Substring(i + 1, 4), 16),
                    var c => c,
                }
            );
            i += source[i] == 'u' ? 4 : 0;
        }

        return string.Concat(text.ToString().EnumerateRunes().Select(rune => rune.ToString()));
    }
}
