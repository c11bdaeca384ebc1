namespace Conformance.Verdicts.Evidence;

/// <summary>Media types, compared without parameters and case.</summary>
internal static class MediaTypes
{
    /// <summary>The media type of JSON.</summary>
    public const string Json = "application/json";

    /// <summary>Whether a media type is JSON or has its suffix (RFC 6839, section 3.1).</summary>
    /// <param name="value">The media type, with or without parameters.</param>
    public static bool IsJson(string value)
    {
        var type = Bare(value);
        return type.Equals(Json, StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether two media types are the same.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public static bool AreSame(string one, string other) =>
        Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the charset parameter is absent, or names UTF-8 or its subset ASCII.</summary>
    /// <param name="value">The media type with its parameters.</param>
    public static bool IsUtf8(string value) =>
        value
            .Split(';')
            .Skip(1)
            .Select(p => p.Trim())
            .Where(p => p.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            .Select(p => p["charset=".Length..].Trim('"', '\'', ' '))
            .All(c => c.ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII" or "ASCII");

    private static string Bare(string value) => value.Split(';')[0].Trim();
}
