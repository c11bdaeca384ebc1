using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Traffic;

namespace Conformance.Recorder.Archive;

/// <summary>Writes an archive (HAR 1.2) entry by entry, with every known secret masked.</summary>
internal sealed class HarWriter : IAsyncDisposable
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly FileStream file;
    private readonly Utf8JsonWriter json;
    private readonly Func<string, string> mask;

    private HarWriter(FileStream file, Func<string, string> mask)
    {
        this.file = file;
        this.mask = mask;
        json = new(file, Readable);
    }

    /// <summary>Begins an archive.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static HarWriter Begin(string path, string toolVersion, Func<string, string> mask)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var writer = new HarWriter(File.Create(path), mask);
        var json = writer.json;
        json.WriteStartObject();
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        json.WriteStartObject("creator");
        json.WriteString("name", "conformance");
        json.WriteString("version", toolVersion);
        json.WriteEndObject();
        json.WriteStartArray("entries");
        return writer;
    }

    /// <summary>Writes an entry.</summary>
    public async Task AddAsync(HarEntry entry, CancellationToken cancellationToken)
    {
        json.WriteStartObject();
        json.WriteString("startedDateTime", entry.StartedDateTime);
        json.WriteNumber("time", entry.Time ?? 0);
        Write(entry.Request);
        Write(entry.Response);
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", entry.Time ?? 0);
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    /// <summary>Ends the archive.</summary>
    public async ValueTask DisposeAsync()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.DisposeAsync();
        await file.DisposeAsync();
    }

    private void Write(HarRequest request)
    {
        json.WriteStartObject("request");
        json.WriteString("method", request.Method);
        json.WriteString("url", mask(request.Url));
        json.WriteString("httpVersion", "HTTP/1.1");
        Write("headers", request.Headers);
        Write("queryString", QueryOf(request.Url));
        Empty("cookies");
        if (request.PostData is { } data)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", data.MimeType ?? "");
            json.WriteString("text", mask(data.Text ?? ""));
            json.WriteEndObject();
        }

        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", Encoding.UTF8.GetByteCount(request.PostData?.Text ?? ""));
        json.WriteEndObject();
    }

    private void Write(HarResponse response)
    {
        json.WriteStartObject("response");
        json.WriteNumber("status", response.Status);
        json.WriteString("statusText", response.StatusText ?? "");
        json.WriteString("httpVersion", response.HttpVersion ?? "");
        Write("headers", response.Headers);
        Empty("cookies");
        json.WriteStartObject("content");
        json.WriteNumber("size", response.Content?.Size ?? 0);
        json.WriteString("mimeType", response.Content?.MimeType ?? "");
        if (response.Content?.Text is { } text)
        {
            json.WriteString("text", mask(text));
        }

        if (response.Content?.Encoding is { } encoding)
        {
            json.WriteString("encoding", encoding);
        }

        json.WriteEndObject();
        json.WriteString("redirectURL", mask(Header(response, "Location")));
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", -1);
        json.WriteEndObject();
    }

    private static string Header(HarResponse response, string name) =>
        response.Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";

    private static ImmutableArray<HarField> QueryOf(string url) =>
        [
            .. new Uri(url)
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(p => new HarField(
                    Uri.UnescapeDataString(p[0]),
                    Uri.UnescapeDataString(p.ElementAtOrDefault(1) ?? "")
                )),
        ];

    private void Write(string name, ImmutableArray<HarField> fields)
    {
        json.WriteStartArray(name);
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("value", mask(field.Value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Empty(string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
