using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Conformance.Execution.Recording;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Allure;

/// <summary>An exchange as Allure 3 shows it (<c>application/vnd.allure.http+json</c>); Allure 2 shows it as JSON.</summary>
internal sealed record AllureExchange(
    int SchemaVersion,
    long Start,
    long Stop,
    AllureHttpRequest Request,
    AllureHttpResponse? Response,
    AllureHttpError? Error
)
{
    /// <summary>The media type Allure knows it by.</summary>
    public const string MediaType = "application/vnd.allure.http+json";

    /// <summary>The attachment of an exchange.</summary>
    public static AllureExchange Of(Exchange exchange, ReportOptions options)
    {
        var start = exchange.SentAt.ToUnixTimeMilliseconds();
        var request = exchange.Request;
        return new(
            1,
            start,
            start + (long)Math.Ceiling(exchange.Duration.TotalMilliseconds),
            new(
                request.Method,
                request.Url.ToString(),
                Query(request.Url),
                Fields(request.Headers),
                AllureHttpBody.Of(request.Body, request.ContentType, isCut: false, options)
            ),
            exchange.Response is { } response ? Describe(response, options) : null,
            exchange.Failure is { } failure ? new(failure.Kind.ToString(), failure.Message) : null
        );
    }

    private static AllureHttpResponse Describe(RecordedResponse response, ReportOptions options) =>
        new(
            response.Status,
            response.Reason,
            response.HttpVersion,
            Fields(response.Headers),
            AllureHttpBody.Of(response.Body, response.Header("Content-Type"), response.IsTruncated, options)
        );

    private static ImmutableArray<AllureHttpField> Fields(ImmutableArray<KeyValuePair<string, string>> headers) =>
        [.. headers.Select(h => new AllureHttpField(h.Key, h.Value))];

    private static ImmutableArray<AllureHttpField> Query(Uri url) =>
        [
            .. url
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(pair => new AllureHttpField(
                    Uri.UnescapeDataString(pair[0]),
                    Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")
                )),
        ];
}

internal sealed record AllureHttpRequest(
    string Method,
    string Url,
    ImmutableArray<AllureHttpField> Query,
    ImmutableArray<AllureHttpField> Headers,
    AllureHttpBody? Body
);

internal sealed record AllureHttpResponse(
    int Status,
    string StatusText,
    string HttpVersion,
    ImmutableArray<AllureHttpField> Headers,
    AllureHttpBody? Body
);

internal sealed record AllureHttpField(string Name, string Value);

internal sealed record AllureHttpError(string Name, string Message);

internal sealed record AllureHttpBody(
    string? ContentType,
    [property: JsonConverter(typeof(VerbatimString))] string Encoding,
    string Value,
    int Size,
    bool Truncated
)
{
    /// <summary>A body, masked and cut; null when there is none.</summary>
    public static AllureHttpBody? Of(ReadOnlyMemory<byte> body, string? contentType, bool isCut, ReportOptions options)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        var shown = BodyText.Of(body, options);
        return new(contentType, shown.IsBinary ? "base64" : "utf8", shown.Value, shown.Size, shown.IsCut || isCut);
    }
}
