using System.Collections.Immutable;
using System.Text;
using Conformance.Execution.Secrets;
using Conformance.Reports.Har;
using Conformance.Reports.Writing;

namespace Conformance.Traffic;

/// <summary>Keeps traffic as an archive (HAR 1.2), with every known secret masked, as the reports of a run do.</summary>
internal sealed class TrafficArchive : IAsyncDisposable
{
    private readonly HarFileWriter writer;

    private TrafficArchive(HarFileWriter writer) => this.writer = writer;

    /// <summary>Begins an archive.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static TrafficArchive Begin(string path, SecretMask mask) =>
        new(HarFileWriter.Begin(path, ToolVersion.Current, mask.Apply, new GuardedFiles(mask.Known)));

    /// <summary>Writes an exchange, which is on the disk when this ends.</summary>
    public Task AddAsync(HarEntry entry, CancellationToken cancellationToken)
    {
        var time = entry.Time ?? 0;
        return writer.AddAsync(
            new(
                null,
                entry.StartedDateTime,
                time,
                Of(entry.Request),
                Of(entry.Response),
                new(),
                new(0, time, 0),
                null,
                null,
                null,
                null
            ),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private static Reports.Har.HarRequest Of(HarRequest request)
    {
        var headers = Pairs(request.Headers);
        return new(
            request.Method,
            request.Url,
            "HTTP/1.1",
            HarHeaders.Cookies(headers, "Cookie"),
            HarHeaders.Of(headers),
            HarHeaders.Query(new Uri(request.Url)),
            request.PostData is { } data ? new(data.MimeType ?? "", data.Text ?? "") : null,
            -1,
            Encoding.UTF8.GetByteCount(request.PostData?.Text ?? "")
        );
    }

    private static Reports.Har.HarResponse Of(HarResponse response)
    {
        var headers = Pairs(response.Headers);
        return new(
            response.Status,
            response.StatusText ?? "",
            response.HttpVersion ?? "",
            HarHeaders.Cookies(headers, "Set-Cookie"),
            HarHeaders.Of(headers),
            new(
                response.Content?.Size ?? 0,
                response.Content?.MimeType ?? "",
                response.Content?.Text,
                response.Content?.Encoding,
                null
            ),
            headers.Find(h => h.Key.Equals("Location", StringComparison.OrdinalIgnoreCase)).Value ?? "",
            -1,
            -1
        );
    }

    private static List<KeyValuePair<string, string>> Pairs(ImmutableArray<HarField> headers) =>
        [.. headers.Select(h => KeyValuePair.Create(h.Name, h.Value))];
}
