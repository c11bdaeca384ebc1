using System.Text;

namespace Conformance.Specification.Schemas.Formats;

/// <summary>Mailboxes of RFC 5321, section 4.1.2, and, when international, of RFC 6531.</summary>
internal static class EmailAddress
{
    private const string AtomMarks = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>An ASCII mailbox.</summary>
    /// <param name="text">The text.</param>
    public static bool IsEmail(string text) => IsMailbox(text, international: false);

    /// <summary>A mailbox in which non-ASCII characters are allowed.</summary>
    /// <param name="text">The text.</param>
    public static bool IsInternationalEmail(string text) => IsMailbox(text, international: true);

    private static bool IsMailbox(string text, bool international)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0 || Encoding.UTF8.GetByteCount(text.AsSpan(0, at)) > 64)
        {
            return false;
        }

        var local = text.AsSpan(0, at);
        var isLocal = local is ['"', .. var quoted, '"']
            ? IsQuoted(quoted, international)
            : IsDotted(local, international);
        return isLocal && IsDomain(text[(at + 1)..], international);
    }

    private static bool IsDotted(ReadOnlySpan<char> text, bool international)
    {
        foreach (var range in text.Split('.'))
        {
            var atom = text[range];
            if (atom.IsEmpty)
            {
                return false;
            }

            foreach (var c in atom)
            {
                if (
                    char.IsAscii(c)
                        ? !char.IsAsciiLetterOrDigit(c) && !AtomMarks.Contains(c, StringComparison.Ordinal)
                        : !international
                )
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text, bool international)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return false;
            }

            if (i >= text.Length || (char.IsAscii(text[i]) ? char.IsControl(text[i]) : !international))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(string text, bool international)
    {
        if (text is ['[', .. var literal, ']'])
        {
            return IpAddress.IsIpv4(literal)
                || (
                    literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)
                    && IpAddress.IsIpv6(literal.AsSpan(5))
                );
        }

        return international ? Hostname.IsLooseInternationalName(text) : Hostname.IsHostname(text);
    }
}
