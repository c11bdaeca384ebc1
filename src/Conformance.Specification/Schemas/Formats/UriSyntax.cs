namespace Conformance.Specification.Schemas.Formats;

/// <summary>URIs of RFC 3986 and, when international, IRIs of RFC 3987, by their grammar.</summary>
internal static class UriSyntax
{
    /// <summary>A URI: a scheme is required.</summary>
    /// <param name="text">The text.</param>
    public static bool IsUri(string text) => IsAbsolute(text, international: false);

    /// <summary>A URI or a relative reference.</summary>
    /// <param name="text">The text.</param>
    public static bool IsUriReference(string text) => IsReference(text, international: false);

    /// <summary>An IRI: a scheme is required.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIri(string text) => IsAbsolute(text, international: true);

    /// <summary>An IRI or a relative reference.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIriReference(string text) => IsReference(text, international: true);

    private static bool IsAbsolute(ReadOnlySpan<char> text, bool international)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && IsScheme(text[..colon]) && IsHierarchy(text[(colon + 1)..], international, relative: false);
    }

    private static bool IsReference(ReadOnlySpan<char> text, bool international) =>
        IsAbsolute(text, international) || IsHierarchy(text, international, relative: true);

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(text[0]);
    }

    private static bool IsHierarchy(ReadOnlySpan<char> text, bool international, bool relative)
    {
        var characters = new UriCharacters(international);
        var hash = text.IndexOf('#');
        if (hash >= 0 && !characters.AreAll(text[(hash + 1)..], UriCharacters.Query))
        {
            return false;
        }

        text = hash >= 0 ? text[..hash] : text;
        var question = text.IndexOf('?');
        if (question >= 0 && !characters.AreAll(text[(question + 1)..], UriCharacters.Query, privateUse: true))
        {
            return false;
        }

        return IsAuthorityAndPath(question >= 0 ? text[..question] : text, characters, relative);
    }

    private static bool IsAuthorityAndPath(ReadOnlySpan<char> text, UriCharacters characters, bool relative)
    {
        if (text.StartsWith("//"))
        {
            var rest = text[2..];
            var slash = rest.IndexOf('/');
            var authority = slash < 0 ? rest : rest[..slash];
            return IsAuthority(authority, characters)
                && (slash < 0 || characters.AreAll(rest[slash..], UriCharacters.Path));
        }

        // Section 4.2: in a relative reference a colon in the first segment would be read as a scheme.
        var first = text.IndexOf('/') is var end and >= 0 ? text[..end] : text;
        return !(relative && first.Contains(':')) && characters.AreAll(text, UriCharacters.Path);
    }

    private static bool IsAuthority(ReadOnlySpan<char> text, UriCharacters characters)
    {
        var at = text.IndexOf('@');
        if (at >= 0 && !characters.AreAll(text[..at], UriCharacters.UserInfo))
        {
            return false;
        }

        var hostAndPort = at >= 0 ? text[(at + 1)..] : text;
        var close = hostAndPort.IndexOf(']');
        var colon = hostAndPort[(close + 1)..].IndexOf(':');
        var host = colon < 0 ? hostAndPort : hostAndPort[..(close + 1 + colon)];
        var port = colon < 0 ? [] : hostAndPort[(close + 2 + colon)..];
        return !port.ContainsAnyExceptInRange('0', '9') && IsHost(host, characters);
    }

    private static bool IsHost(ReadOnlySpan<char> text, UriCharacters characters)
    {
        if (text is not ['[', .. var literal, ']'])
        {
            return characters.AreAll(text, UriCharacters.RegisteredName);
        }

        return IpAddress.IsIpv6(literal) || IsFutureAddress(literal);
    }

    // IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )
    private static bool IsFutureAddress(ReadOnlySpan<char> text)
    {
        var dot = text.IndexOf('.');
        if (dot < 2 || text[0] is not ('v' or 'V') || dot + 1 == text.Length)
        {
            return false;
        }

        foreach (var c in text[1..dot])
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return !text.Contains('%')
            && new UriCharacters(International: false).AreAll(text[(dot + 1)..], UriCharacters.UserInfo);
    }
}
