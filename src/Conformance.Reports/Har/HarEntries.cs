using Conformance.Execution.Recording;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Har;

/// <summary>Turns recorded exchanges into entries of an HTTP archive.</summary>
/// <param name="options">Mask and bounds.</param>
internal sealed class HarEntries(ReportOptions options)
{
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
            HarHeaders.Cookies(request.Headers, "Cookie"),
            HarHeaders.Of(request.Headers),
            HarHeaders.Query(request.Url),
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
            HarHeaders.Cookies(response.Headers, "Set-Cookie"),
            HarHeaders.Of(response.Headers),
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

    private static string Version(RecordedResponse? response) =>
        response is { HttpVersion.Length: > 0 } known ? $"HTTP/{known.HttpVersion}" : UnknownVersion;

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
