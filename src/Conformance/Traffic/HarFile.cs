using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Traffic;

/// <summary>An HTTP archive, HAR 1.2, as far as verdicts need it.</summary>
internal sealed record HarFile([property: JsonRequired] HarLog Log)
{
    private const long MostBytes = 512L * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 64 };

    /// <summary>Reads an archive; refused when the file is none.</summary>
    public static async Task<Attempt<HarFile>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            if (file.Length > MostBytes)
            {
                return Refusal.Configuration($"'{path}' is larger than 512 MB.", "Record less at a time.");
            }

            var har = await JsonSerializer.DeserializeAsync<HarFile>(file, Options, cancellationToken);
            return har is { Log.Entries.IsDefault: false }
                ? har
                : Refusal.Configuration($"'{path}' is no HTTP archive: it has no log.entries.", Fix);
        }
        catch (JsonException e)
        {
            return Refusal.Configuration(
                $"'{path}' is no HTTP archive (HAR 1.2): {e.Path ?? "$"}, line {e.LineNumber + 1}.",
                Fix
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"'{path}' cannot be read: {e.Message}", Fix);
        }
    }

    private const string Fix = "Export a HAR with content from a browser's network view or a proxy.";
}

/// <summary>The log of an archive.</summary>
internal sealed record HarLog(ImmutableArray<HarEntry> Entries);

/// <summary>One exchange. Times are in milliseconds; -1 stands for unknown.</summary>
internal sealed record HarEntry(
    DateTimeOffset StartedDateTime,
    double? Time,
    [property: JsonRequired] HarRequest Request,
    [property: JsonRequired] HarResponse Response
);

/// <summary>A request of an archive.</summary>
internal sealed record HarRequest(
    [property: JsonRequired] string Method,
    [property: JsonRequired] string Url,
    ImmutableArray<HarField> Headers,
    HarPostData? PostData
);

/// <summary>The body of a request.</summary>
internal sealed record HarPostData(string? MimeType, string? Text);

/// <summary>A response of an archive; status 0 where none came.</summary>
internal sealed record HarResponse(
    int Status,
    string? StatusText,
    string? HttpVersion,
    ImmutableArray<HarField> Headers,
    HarContent? Content
);

/// <summary>The body of a response; text is missing where it was not recorded.</summary>
internal sealed record HarContent(long? Size, string? MimeType, string? Text, string? Encoding);

/// <summary>A header.</summary>
internal sealed record HarField([property: JsonRequired] string Name, [property: JsonRequired] string Value);
