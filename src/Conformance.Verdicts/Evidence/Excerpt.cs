using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Verdicts.Evidence;

/// <summary>
/// Shows what a target sent without letting it act: one line, shortened, no control characters, no terminal escapes,
/// no characters that turn the writing direction around, no commands of build servers.
/// </summary>
internal static partial class Excerpt
{
    /// <summary>Characters shown unless told otherwise.</summary>
    public const int DefaultLength = 160;

    /// <summary>A text on one line, shortened.</summary>
    /// <param name="text">The text; null reads as nothing.</param>
    /// <param name="length">Greatest number of characters.</param>
    public static string OfText(string? text, int length = DefaultLength)
    {
        var shown = new StringBuilder();
        var source = text ?? "";
        foreach (var rune in source.EnumerateRunes())
        {
            if (shown.Length >= length)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Defused(shown)}... ({source.Length} characters)");
            }

            Append(shown, rune);
        }

        return Defused(shown);
    }

    /// <summary>Bytes as text, shortened; bytes that are no text are shown in hexadecimal.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string OfBytes(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "no body";
        }

        var head = bytes.Span[..Math.Min(bytes.Length, DefaultLength * 4)];
        var text = Encoding.UTF8.GetString(head);
        return text.Count(c => c == '\uFFFD') > 3
            ? $"{bytes.Length} bytes: {Convert.ToHexStringLower(bytes.Span[..Math.Min(bytes.Length, 24)])}..."
            : OfText(text);
    }

    /// <summary>The lines of one header, or that there are none.</summary>
    /// <param name="lines">Its values in order.</param>
    public static string OfHeader(IReadOnlyCollection<string> lines)
    {
        var shown = OfText(string.Join(" | ", lines)).Trim();
        return lines.Count == 0 ? "no such header"
            : shown.Length == 0 ? "an empty value"
            : shown;
    }

    /// <summary>A JSON value with its type: <c>string "12.50"</c>, <c>number 12</c>, <c>null</c>.</summary>
    /// <param name="value">The value.</param>
    public static string OfValue(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => $"string {OfText(value.GetRawText())}",
            JsonValueKind.Number => $"number {OfText(value.GetRawText(), 60)}",
            JsonValueKind.True or JsonValueKind.False => $"boolean {value.GetRawText()}",
            JsonValueKind.Object => $"object {OfText(value.GetRawText())}",
            JsonValueKind.Array => $"array {OfText(value.GetRawText())}",
            _ => "null",
        };

    private static void Append(StringBuilder shown, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (rune.Value is '\n' or '\r' or '\t')
        {
            shown.Append(' ');
        }
        else if (
            category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
        )
        {
            shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }
        else
        {
            shown.Append(rune.ToString());
        }
    }

    private static string Defused(StringBuilder shown) => BuildCommand().Replace(shown.ToString(), "$1 ");

    // Build servers obey "##vso[", "##[", "##teamcity[" and "::name" in any output they read.
    [GeneratedRegex(@"(#(?=#[a-z]*\[)|:(?=:[A-Za-z]))", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BuildCommand();
}
