using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>Which of several media types is carried over: a specification has one for each body.</summary>
internal static class MediaTypes
{
    /// <summary>The JSON one, in the narrowest spelling; null when there is none.</summary>
    public static YamlEntry? Json(IReadOnlyCollection<YamlEntry> content) =>
        content.FirstOrDefault(e => Bare(e) == "application/json") ?? content.FirstOrDefault(e => IsJson(Bare(e)));

    /// <summary>The form of texts; null when there is none.</summary>
    public static YamlEntry? Form(IEnumerable<YamlEntry> content) =>
        content.FirstOrDefault(e => BodyTypes.IsForm(e.Key.Text));

    /// <summary>Whether a media type is JSON (RFC 6839).</summary>
    public static bool IsJson(string mediaType) =>
        mediaType.EndsWith("/json", StringComparison.Ordinal) || mediaType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The names, for a sentence.</summary>
    public static string Names(IEnumerable<YamlEntry> content) => string.Join(", ", content.Select(e => e.Key.Text));

    private static string Bare(YamlEntry entry) => entry.Key.Text.Split(';')[0].Trim().ToLowerInvariant();
}
