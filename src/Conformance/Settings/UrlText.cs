namespace Conformance.Settings;

/// <summary>URLs as people type them.</summary>
public static class UrlText
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
}
