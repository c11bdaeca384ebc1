using System.Text;

namespace Conformance.Specification.Schemas.Json;

/// <summary>Says in words why a JSON parser stopped.</summary>
internal static class JsonSyntax
{
    /// <summary>The reason, in one sentence without a full stop.</summary>
    /// <param name="utf8">Valid UTF-8 that is no JSON.</param>
    /// <param name="offset">The byte at which it stops being JSON.</param>
    public static string Explain(ReadOnlySpan<byte> utf8, int offset)
    {
        if (offset >= utf8.Length)
        {
            return "the text ends in the middle of a value";
        }

        var comma = utf8[..offset].TrimEnd(" \t\r\n"u8) is [.., (byte)','];
        return (char)utf8[offset] switch
        {
            '}' or ']' when comma => "a comma stands before the end",
            '}' or ']' => "a bracket closes what was not opened, or a value is missing",
            '/' => "comments are not allowed",
            '\'' => "strings are written in double quotes",
            '"' => StringDefect(utf8[offset..]),
            '-' or '+' or '.' or (>= '0' and <= '9') => "this is not a number as JSON writes it",
            _ => $"'{CharacterAt(utf8, offset)}' starts no JSON value",
        };
    }

    private static string StringDefect(ReadOnlySpan<byte> utf8)
    {
        for (var i = 1; i < utf8.Length; i++)
        {
            switch (utf8[i])
            {
                case < 0x20:
                    return "a control character in a string must be escaped";
                case (byte)'\\' when i + 1 < utf8.Length && !"\"\\/bfnrtu"u8.Contains(utf8[i + 1]):
                    return $"'\\{CharacterAt(utf8, i + 1)}' is no escape of JSON";
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'"':
                    return "a string stands where none is expected, or holds an incomplete escape";
            }
        }

        return "a string does not end";
    }

    private static string CharacterAt(ReadOnlySpan<byte> utf8, int offset)
    {
        Rune.DecodeFromUtf8(utf8[offset..], out var rune, out _);
        return Rune.IsControl(rune) ? $"U+{rune.Value:X4}" : rune.ToString();
    }
}
