using System.Collections.Immutable;

namespace Conformance.Reports.Har;

/// <summary>
/// Headers as an archive has them. What a cookie or a credential is worth stays with those who exchanged it, whether or
/// not the mask knows it by value.
/// </summary>
internal static class HarHeaders
{
    private const string Hidden = "***";

    /// <summary>The headers, without cookies' values and credentials.</summary>
    public static ImmutableArray<HarField> Of(IEnumerable<KeyValuePair<string, string>> headers) =>
        [
            .. headers.Select(h => new HarField(
                h.Key,
                Is(h.Key, "Cookie") || Is(h.Key, "Set-Cookie") ? string.Join("; ", h.Value.Split(';').Select(Nameless))
                    : Is(h.Key, "Authorization") || Is(h.Key, "Proxy-Authorization")
                        ? $"{h.Value.Split(' ')[0]} {Hidden}"
                    : h.Value
            )),
        ];

    /// <summary>The names of the cookies.</summary>
    /// <param name="headers">All headers.</param>
    /// <param name="name"><c>Cookie</c> or <c>Set-Cookie</c>.</param>
    public static ImmutableArray<HarField> Cookies(IEnumerable<KeyValuePair<string, string>> headers, string name) =>
        [
            .. headers
                .Where(h => Is(h.Key, name))
                // A line of Set-Cookie has one cookie and its attributes, a line of Cookie many cookies.
                .SelectMany(h => h.Value.Split(';').Take(name == "Cookie" ? int.MaxValue : 1))
                .Select(pair => pair.Split('=', 2)[0].Trim())
                .Where(cookie => cookie.Length > 0)
                .Select(cookie => new HarField(cookie, Hidden)),
        ];

    /// <summary>The parameters of a URL.</summary>
    public static ImmutableArray<HarField> Query(Uri url) =>
        [
            .. url
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(pair => new HarField(
                    Uri.UnescapeDataString(pair[0]),
                    Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")
                )),
        ];

    private static string Nameless(string part)
    {
        var end = part.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? part.Trim() : $"{part[..end].Trim()}={Hidden}";
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
