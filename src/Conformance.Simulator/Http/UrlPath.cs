namespace Conformance.Simulator.Http;

/// <summary>The path of a URL that may be absolute, relative or absent.</summary>
internal static class UrlPath
{
    /// <summary>The path with its leading slash; null when there is no URL.</summary>
    public static string? Of(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return null;
        }

        // On Unix a rooted path is an absolute file URI, so the scheme is asked for too.
        var isAbsolute =
            Uri.TryCreate(url, UriKind.Absolute, out var absolute) && (absolute.Scheme is "http" or "https");
        return isAbsolute ? absolute!.AbsolutePath : "/" + url.TrimStart('/').Split('?')[0];
    }
}
