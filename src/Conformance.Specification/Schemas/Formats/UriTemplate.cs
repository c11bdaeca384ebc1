using System.Text;

namespace Conformance.Specification.Schemas.Formats;

/// <summary>URI templates of RFC 6570, all four levels.</summary>
internal static class UriTemplate
{
    /// <summary>Whether the text is a URI template.</summary>
    /// <param name="text">The text.</param>
    public static bool IsTemplate(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('{');
            if (!IsLiteral(open < 0 ? rest : rest[..open]))
            {
                return false;
            }

            if (open < 0)
            {
                return true;
            }

            var close = rest.IndexOf('}');
            if (close < open || !IsExpression(rest[(open + 1)..close]))
            {
                return false;
            }

            rest = rest[(close + 1)..];
        }

        return true;
    }

    private static bool IsLiteral(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && !UriCharacters.IsEncodedByte(text[i..]))
            {
                return false;
            }

            // Erratum 6937 of RFC 6570 allows the apostrophe.
            if (
                char.IsAscii(text[i])
                    ? text[i] <= ' ' || text[i] == 0x7F || "\"<>\\^`{|}".Contains(text[i])
                    : !IsInternational(text, ref i)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInternational(ReadOnlySpan<char> text, ref int index)
    {
        if (Rune.DecodeFromUtf16(text[index..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        index += length - 1;
        return UriCharacters.IsUniversal(rune.Value) || UriCharacters.IsPrivateUse(rune.Value);
    }

    private static bool IsExpression(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return false;
        }

        // Section 2.2: the second group is reserved for extensions and is no template of today.
        var list = "+#./;?&".Contains(text[0], StringComparison.Ordinal) ? text[1..] : text;
        foreach (var range in list.Split(','))
        {
            if (!IsVariable(list[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsVariable(ReadOnlySpan<char> text)
    {
        if (text is [.. var exploded, '*'])
        {
            return IsName(exploded);
        }

        var colon = text.IndexOf(':');
        return colon < 0 ? IsName(text) : IsName(text[..colon]) && IsPrefixLength(text[(colon + 1)..]);
    }

    private static bool IsPrefixLength(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 4 && text[0] != '0' && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsName(ReadOnlySpan<char> text)
    {
        var expectCharacter = true;
        for (var i = 0; i < text.Length; i++)
        {
            var dot = text[i] == '.';
            if (
                dot
                    ? expectCharacter
                    : !char.IsAsciiLetterOrDigit(text[i]) && text[i] != '_' && !UriCharacters.IsEncodedByte(text[i..])
            )
            {
                return false;
            }

            i += text[i] == '%' ? 2 : 0;
            expectCharacter = dot;
        }

        return !expectCharacter;
    }
}
