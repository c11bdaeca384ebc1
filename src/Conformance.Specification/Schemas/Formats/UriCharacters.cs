using System.Text;

namespace Conformance.Specification.Schemas.Formats;

/// <summary>The characters that the parts of URIs and IRIs may consist of, percent-encoding included.</summary>
/// <param name="International">Whether the non-ASCII characters of RFC 3987 are allowed.</param>
internal readonly record struct UriCharacters(bool International)
{
    private const string UnreservedMarks = "-._~";
    private const string SubDelimiters = "!$&'()*+,;=";

    /// <summary>Extra characters of a registered name.</summary>
    public const string RegisteredName = UnreservedMarks + SubDelimiters;

    /// <summary>Extra characters of user information.</summary>
    public const string UserInfo = RegisteredName + ":";

    /// <summary>Extra characters of a path.</summary>
    public const string Path = UserInfo + "@/";

    /// <summary>Extra characters of a query or fragment.</summary>
    public const string Query = Path + "?";

    /// <summary>Whether a text consists of letters, digits, the given marks and percent-encoded bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">The allowed marks.</param>
    /// <param name="privateUse">Whether private-use characters are allowed, as in an IRI's query.</param>
    public bool AreAll(ReadOnlySpan<char> text, string marks, bool privateUse = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (!IsEncodedByte(text[i..]))
                {
                    return false;
                }

                i += 2;
            }
            else if (!char.IsAscii(c))
            {
                if (
                    Rune.DecodeFromUtf16(text[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done
                )
                {
                    return false;
                }

                if (!International || !(IsUniversal(rune.Value) || (privateUse && IsPrivateUse(rune.Value))))
                {
                    return false;
                }

                i += length - 1;
            }
            else if (!char.IsAsciiLetterOrDigit(c) && !marks.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text starts with <c>%</c> and two hexadecimal digits.</summary>
    /// <param name="text">The text.</param>
    public static bool IsEncodedByte(ReadOnlySpan<char> text) =>
        text is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low);

    /// <summary><c>ucschar</c> of RFC 3987.</summary>
    /// <param name="codePoint">The code point.</param>
    public static bool IsUniversal(int codePoint) =>
        codePoint is (>= 0xA0 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFEF)
        || (
            codePoint is >= 0x10000 and <= 0xEFFFD
            && (codePoint & 0xFFFF) <= 0xFFFD
            && codePoint is < 0xE0000 or >= 0xE1000
        );

    /// <summary><c>iprivate</c> of RFC 3987.</summary>
    /// <param name="codePoint">The code point.</param>
    public static bool IsPrivateUse(int codePoint) =>
        codePoint is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);
}
