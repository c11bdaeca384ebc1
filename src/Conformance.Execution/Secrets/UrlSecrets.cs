using System.Text.RegularExpressions;

namespace Conformance.Execution.Secrets;

/// <summary>What must not be shown of a URL that somebody gave: user name, password, and the values of its query.</summary>
public static partial class UrlSecrets
{
    // A page number is no secret.
    private const int Shortest = 8;

    /// <summary>What may be shown of a text that was given as a URL.</summary>
    /// <param name="text">The text, a URL or not.</param>
    public static string Shown(string text) => QueryValue().Replace(UserInformation().Replace(text, "***@"), "***");

    /// <summary>The values in the query of a URL that could be secret.</summary>
    /// <param name="url">The URL; null for none.</param>
    public static IEnumerable<string> In(string? url) =>
        QueryValue()
            .Matches(url ?? "")
            .Select(m => Uri.UnescapeDataString(m.Value))
            .Where(v => v.Length >= Shortest && !v.Contains('{', StringComparison.Ordinal));

    // A password that was forgotten to be escaped may have any of the characters that end it; a scheme may be missing.
    [GeneratedRegex("(?<=//|^(?!.*//)).*@", RegexOptions.Singleline, 10_000)]
    private static partial Regex UserInformation();

    [GeneratedRegex(@"(?<=\?.*=)[^&#]+", RegexOptions.Singleline, 10_000)]
    private static partial Regex QueryValue();
}
