using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Reports.Wording;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Evidence;

/// <summary>One exchange as the page shows it.</summary>
internal sealed class ExchangeEvidence(ReportOptions options, EvidencePolicy policy, TextTable texts)
{
    private const int MostRead = 4 * 1024 * 1024;

    /// <summary>The exchange of a case, whole or in one line, as there is room.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="result">The case.</param>
    public PageExchange Of(Exchange exchange, CaseResult result)
    {
        var hasRoom = policy.TryTakeRoom();
        var most = MostOf(exchange, result);
        return new(
            exchange.Index,
            Purpose(exchange.Purpose),
            Summary(exchange),
            ExchangeLine.Answer(exchange),
            exchange.Response?.Status,
            Math.Round(exchange.Duration.TotalMilliseconds, 1),
            exchange.SentAt,
            hasRoom ? Request(exchange, most) : null,
            hasRoom && exchange.Response is { } response ? Response(response, most) : null,
            exchange.Failure?.Message,
            Note(exchange)
        );
    }

    /// <summary>The line that a finding is about; null when it is no single one, or is not shown.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="where">The place in words.</param>
    /// <param name="result">The case.</param>
    public PagePlace? Locate(Exchange exchange, string where, CaseResult result)
    {
        var isDelivery = exchange.Delivery is not null;
        var side = isDelivery ? "request" : "response";
        if (!isDelivery && exchange.Response is null)
        {
            return null;
        }

        var headers = isDelivery ? exchange.Request.Headers : exchange.Response!.Headers;
        return FindingPlace.Read(where) switch
        {
            FindingPlace.StatusLine => new(side, "status", 1),
            FindingPlace.Header header when LineOf(headers, header.Name) is { } line => new(side, "headers", line),
            FindingPlace.Body body when LineOf(exchange, body.Path, result) is { } line => new(side, "body", line),
            _ => null,
        };
    }

    /// <summary>The body that findings are about: of a delivery the one that came, of any other exchange the answer's.</summary>
    /// <param name="exchange">The exchange.</param>
    public static ReadOnlyMemory<byte> BodyOf(Exchange exchange) =>
        exchange.Delivery is not null ? exchange.Request.Body : exchange.Response?.Body ?? default;

    /// <summary>A body as text, laid out and cut.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="most">Greatest number of characters.</param>
    public (PrettyBody Pretty, string Text, BodyText Source) Shown(ReadOnlyMemory<byte> body, int most)
    {
        // Laid out before it is cut: half a document is no JSON.
        var source = BodyText.Of(body, options with { MaxBodyCharacters = MostRead });
        var pretty = source.IsBinary ? PrettyBody.AsIs(source.Value) : PrettyBody.Of(source.Value);
        return (pretty, BodyText.Cut(pretty.Text, most), source);
    }

    private int? LineOf(Exchange exchange, string path, CaseResult result)
    {
        var (pretty, text, _) = Shown(BodyOf(exchange), MostOf(exchange, result));
        return pretty.LineOf(path) is { } line && line <= text.AsSpan().Count('\n') + 1 ? line : null;
    }

    // A body that a finding is about is shown as far down as any report shows one.
    private int MostOf(Exchange exchange, CaseResult result) =>
        result.Failures.Any(c =>
            c.Exchange == exchange.Index && c.Finding is { } f && FindingPlace.Read(f.Where) is FindingPlace.Body
        )
            ? options.MaxBodyCharacters
            : policy.MaxBody(result);

    private PageMessage Request(Exchange exchange, int most) =>
        new(
            $"{exchange.Request.Method} {exchange.Request.Url.PathAndQuery}",
            Headers(exchange.Request.Headers),
            Body(exchange.Request.Body, most, isTruncated: exchange.Delivery?.IsTruncated is true)
        );

    private PageMessage Response(RecordedResponse response, int most) =>
        new(
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"HTTP/{response.HttpVersion} {response.Status} {response.Reason}"
                )
                .TrimEnd(),
            Headers(response.Headers),
            Body(response.Body, most, response.IsTruncated)
        );

    private int? Headers(ImmutableArray<KeyValuePair<string, string>> headers) =>
        headers.IsEmpty
            ? null
            : texts.Of(options.Mask(string.Join('\n', headers.Select(h => $"{h.Key}: {OneLine(h.Value)}"))));

    private PageBody? Body(ReadOnlyMemory<byte> body, int most, bool isTruncated)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        var (pretty, text, source) = Shown(body, most);
        var isCut = text.Length < pretty.Text.Length || source.IsCut || isTruncated;
        if (isCut)
        {
            policy.CutBody();
        }

        string[] notes = [source.IsBinary ? "not text, shown in Base64" : "", isCut ? "cut here" : ""];
        var note = string.Join("; ", notes.Where(n => n.Length > 0));
        return new(texts.Of(text), source.Size, note.Length == 0 ? null : note);
    }

    private static int? LineOf(ImmutableArray<KeyValuePair<string, string>> headers, string name)
    {
        for (var i = 0; i < headers.Length; i++)
        {
            if (headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return null;
    }

    private static string Summary(Exchange exchange) =>
        exchange.Delivery is { } delivery
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{delivery.EventType ?? exchange.Request.Method}{(delivery.Attempt > 1 ? $", attempt {delivery.Attempt}" : "")}"
            )
            : $"{exchange.Request.Method} {exchange.Request.Url.PathAndQuery}";

    private static string? Note(Exchange exchange)
    {
        string[] notes =
        [
            exchange.IsShared ? "sent by another case, which this one looks at as well" : "",
            exchange.Throttled > 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"answered 429 {exchange.Throttled} times before, and repeated"
                )
                : "",
        ];
        var note = string.Join("; ", notes.Where(n => n.Length > 0));
        return note.Length == 0 ? null : note;
    }

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    private static string Purpose(ExchangePurpose purpose) =>
        purpose switch
        {
            ExchangePurpose.Step => "",
            ExchangePurpose.Token => "token",
            ExchangePurpose.ProviderState => "provider state",
            ExchangePurpose.Clock => "clock",
            ExchangePurpose.Delivery => "delivery",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Not a purpose."),
        };
}
