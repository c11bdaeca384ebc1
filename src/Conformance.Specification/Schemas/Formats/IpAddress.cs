namespace Conformance.Specification.Schemas.Formats;

/// <summary>IP addresses as URIs and JSON Schema write them: no zone, no leading zeros, ASCII only.</summary>
internal static class IpAddress
{
    /// <summary>Dotted quad of RFC 2673, section 3.2.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIpv4(string text) => IsIpv4(text.AsSpan());

    /// <summary>The forms of RFC 4291, section 2.2.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIpv6(string text) => IsIpv6(text.AsSpan());

    /// <inheritdoc cref="IsIpv4(string)" />
    public static bool IsIpv4(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            if (++count > 4 || !IsOctet(text[range]))
            {
                return false;
            }
        }

        return count == 4;
    }

    /// <inheritdoc cref="IsIpv6(string)" />
    public static bool IsIpv6(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return CountGroups(text, allowIpv4: true) == 8;
        }

        var head = text[..gap];
        var tail = text[(gap + 2)..];
        var before = head.IsEmpty ? 0 : CountGroups(head, allowIpv4: false);
        var after = tail.IsEmpty ? 0 : CountGroups(tail, allowIpv4: true);
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    private static bool IsOctet(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 3
        && !text.ContainsAnyExceptInRange('0', '9')
        && (text.Length == 1 || text[0] != '0')
        && int.Parse(text, provider: null) <= 255;

    // The number of 16-bit groups, -1 when one is malformed; a dotted quad at the end counts as two.
    private static int CountGroups(ReadOnlySpan<char> text, bool allowIpv4)
    {
        var count = 0;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (allowIpv4 && range.End.Value == text.Length && group.Contains('.'))
            {
                return IsIpv4(group) ? count + 2 : -1;
            }

            if (group.Length is < 1 or > 4 || !IsHex(group))
            {
                return -1;
            }

            count++;
        }

        return count;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
