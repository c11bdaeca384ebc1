namespace Conformance.Specification.Model;

/// <summary>What is known of the media types that bodies have.</summary>
public static class BodyTypes
{
    /// <summary>The media type of forms.</summary>
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>Whether a media type is JSON (RFC 6839), whatever its parameters.</summary>
    /// <param name="mediaType">As written.</param>
    public static bool IsJson(string mediaType) =>
        Bare(mediaType) is var bare
        && (bare.EndsWith("/json", StringComparison.Ordinal) || bare.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Whether a media type is that of a form of texts, whatever its parameters.</summary>
    /// <param name="mediaType">As written.</param>
    public static bool IsForm(string mediaType) => Bare(mediaType) == Form;

    private static string Bare(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return mediaType.Split(';')[0].Trim().ToLowerInvariant();
    }
}
