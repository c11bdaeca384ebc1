using System.Text.RegularExpressions;

namespace Conformance.Settings;

/// <summary>URLs as people type them.</summary>
public static partial class UrlText
{
    /// <summary>The accepted form, for messages.</summary>
    public const string Form = "an absolute http:// or https:// URL without user name, query and fragment";

    /// <summary>The accepted form of an endpoint, for messages.</summary>
    public const string EndpointForm = "an absolute http:// or https:// URL without user name and fragment";

    /// <summary>Reads the URL of a target; null when the text is none.</summary>
    /// <param name="text">The text.</param>
    public static Uri? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is ("http" or "https")
        && url is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            ? url
            : null;

    /// <summary>Reads the URL of one endpoint, which may have a query; null when the text is none.</summary>
    /// <param name="text">The text.</param>
    public static Uri? ParseEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is ("http" or "https")
        && url is { UserInfo.Length: 0, Fragment.Length: 0 }
            ? url
            : null;

    /// <summary>What may be shown of a text that was given as a URL: user names, passwords and values of queries may not.</summary>
    /// <param name="text">The text, a URL or not.</param>
    public static string Shown(string text) => QueryValue().Replace(UserInformation().Replace(text, "***@"), "***");

    // A password that was forgotten to be escaped may have any of the characters that end it.
    [GeneratedRegex("(?<=//).*@", RegexOptions.Singleline)]
    private static partial Regex UserInformation();

    [GeneratedRegex(@"(?<=\?.*=)[^&#]+", RegexOptions.Singleline)]
    private static partial Regex QueryValue();
}
