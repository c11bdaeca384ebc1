using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Har;

/// <summary>Turns recorded exchanges into entries of an HTTP archive.</summary>
/// <param name="options">Mask and bounds.</param>
internal sealed class HarEntries(ReportOptions options)
{
    private const string Hidden = "***";

    // HTTP numbers, as archives name versions.
    private const string UnknownVersion = "HTTP/1.1";

    /// <summary>The entry of an exchange.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="page">The page it belongs to.</param>
    public HarEntry Of(Exchange exchange, string page)
    {
        var total = Milliseconds(exchange.Duration);
        var wait = Math.Min(total, Milliseconds(exchange.TimeToHeaders ?? exchange.Duration));
        var receive = Math.Round(total - wait, 3);
        return new(
            page,
            exchange.SentAt,
            Math.Round(wait + receive, 3),
            Request(exchange.Request, Version(exchange.Response)),
            exchange.Response is { } response ? Response(response) : NoResponse,
            new(),
            new(0, wait, receive),
            exchange.Step,
            Purpose(exchange.Purpose),
            exchange.Delivery?.Attempt,
            exchange.Failure?.Message
        );
    }

    private static HarResponse NoResponse { get; } =
        new(0, "", "", [], [], new(0, "x-unknown", null, null, null), "", -1, -1);

    private HarRequest Request(RecordedRequest request, string version)
    {
        var body = BodyText.Of(request.Body, options);
        return new(
            request.Method,
            request.Url.AbsoluteUri,
            version,
            Cookies(request.Headers, "Cookie"),
            Headers(request.Headers),
            Query(request.Url),
            request.Body.IsEmpty ? null : new(request.ContentType ?? "application/octet-stream", body.Value),
            -1,
            request.Body.Length
        );
    }

    private HarResponse Response(RecordedResponse response)
    {
        var body = BodyText.Of(response.Body, options);
        var isCut = body.IsCut || response.IsTruncated;
        return new(
            response.Status,
            response.Reason,
            Version(response),
            Cookies(response.Headers, "Set-Cookie"),
            Headers(response.Headers),
            new(
                body.Size,
                response.Header("Content-Type") ?? "x-unknown",
                response.Body.IsEmpty ? null : body.Value,
                body.IsBinary && !response.Body.IsEmpty ? "base64" : null,
                isCut ? "cut: only the beginning of the body is here" : null
            ),
            response.Header("Location") ?? "",
            -1,
            body.Size
        );
    }

    // What a cookie or a credential is worth stays with those who exchanged it, whether or not the run knows it by value.
    private static ImmutableArray<HarField> Headers(ImmutableArray<KeyValuePair<string, string>> headers) =>
        [
            .. headers.Select(h => new HarField(
                h.Key,
                Is(h.Key, "Cookie") || Is(h.Key, "Set-Cookie") ? string.Join("; ", h.Value.Split(';').Select(Nameless))
                    : Is(h.Key, "Authorization") || Is(h.Key, "Proxy-Authorization")
                        ? $"{h.Value.Split(' ')[0]} {Hidden}"
                    : h.Value
            )),
        ];

    private static string Nameless(string part)
    {
        var end = part.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? part.Trim() : $"{part[..end].Trim()}={Hidden}";
    }

    private static ImmutableArray<HarField> Cookies(
        ImmutableArray<KeyValuePair<string, string>> headers,
        string name
    ) =>
        [
            .. headers
                .Where(h => Is(h.Key, name))
                // A line of Set-Cookie has one cookie and its attributes, a line of Cookie many cookies.
                .SelectMany(h => h.Value.Split(';').Take(name == "Cookie" ? int.MaxValue : 1))
                .Select(pair => pair.Split('=', 2)[0].Trim())
                .Where(cookie => cookie.Length > 0)
                .Select(cookie => new HarField(cookie, Hidden)),
        ];

    private static ImmutableArray<HarField> Query(Uri url) =>
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

    private static string Version(RecordedResponse? response) =>
        response is { HttpVersion.Length: > 0 } known ? $"HTTP/{known.HttpVersion}" : UnknownVersion;

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);

    private static string Purpose(ExchangePurpose purpose) =>
        purpose switch
        {
            ExchangePurpose.Token => "token",
            ExchangePurpose.ProviderState => "provider_state",
            ExchangePurpose.Clock => "clock",
            ExchangePurpose.Delivery => "delivery",
            _ => "step",
        };
}
