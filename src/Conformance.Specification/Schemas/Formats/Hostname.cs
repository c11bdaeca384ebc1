namespace Conformance.Specification.Schemas.Formats;

/// <summary>Host names of RFC 1123, section 2.1: labels of letters, digits and inner hyphens.</summary>
internal static class Hostname
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    /// <summary>Whether the text is a host name.</summary>
    /// <param name="text">The text.</param>
    public static bool IsHostname(string text) => IsName(text, international: false);

    /// <summary>A host name whose labels may hold any non-ASCII character, as mail addresses of RFC 6531 do.</summary>
    /// <param name="text">The text.</param>
    public static bool IsLooseInternationalName(string text) => IsName(text, international: true);

    private static bool IsName(string text, bool international)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        foreach (var range in text.AsSpan().Split('.'))
        {
            if (!IsLabel(text.AsSpan(range), international))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> label, bool international)
    {
        if (label.IsEmpty || label.Length > MaxLabelLength || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        foreach (var c in label)
        {
            if (char.IsAscii(c) ? !char.IsAsciiLetterOrDigit(c) && c != '-' : !international)
            {
                return false;
            }
        }

        return true;
    }
}
