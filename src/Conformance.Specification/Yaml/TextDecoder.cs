using System.Text;

namespace Conformance.Specification.Yaml;

/// <summary>Turns bytes into text: UTF-8, or UTF-16 and UTF-32 with a byte order mark. What is no text is refused.</summary>
internal static class TextDecoder
{
    /// <summary>The text without its byte order mark; null with the problem when the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string problem)
    {
        problem = "";
        var (encoding, mark) = EncodingOf(bytes);
        try
        {
            var text = encoding.GetString(bytes[mark..]);
            var odd = text.AsSpan().IndexOfAnyInRange('\0', '\b');
            if (odd < 0)
            {
                return text;
            }

            problem = $"is a binary file: character U+{(int)text[odd]:X4} at offset {odd}";
            return null;
        }
        catch (DecoderFallbackException invalid)
        {
            problem =
                $"is not {encoding.WebName.ToUpperInvariant()} text: invalid bytes at offset {mark + invalid.Index}";
            return null;
        }
    }

    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(false, true), 3),
            [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false, true), 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false, true), 4),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false, true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, true), 2),
            _ => (new UTF8Encoding(false, true), 0),
        };
}
