using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Har;

/// <summary>An HTTP archive, HAR 1.2. Fields that begin with an underscore are ours; readers pass over them.</summary>
internal sealed record HarDocument(HarLog Log);

internal sealed record HarLog(
    [property: JsonConverter(typeof(VerbatimString))] string Version,
    HarCreator Creator,
    ImmutableArray<HarPage> Pages,
    ImmutableArray<HarEntry> Entries
);

internal sealed record HarCreator(string Name, string Version);

/// <summary>A case: viewers show the requests of a page together.</summary>
internal sealed record HarPage(
    DateTimeOffset StartedDateTime,
    [property: JsonConverter(typeof(VerbatimString))] string Id,
    string Title,
    HarPageTimings PageTimings,
    [property: JsonPropertyName("_verdict")] string Verdict,
    [property: JsonPropertyName("_requirement")] string Requirement
);

/// <summary>A case has no moments of a page.</summary>
internal sealed record HarPageTimings;

internal sealed record HarEntry(
    [property: JsonConverter(typeof(VerbatimString))] string? Pageref,
    DateTimeOffset StartedDateTime,
    double Time,
    HarRequest Request,
    HarResponse Response,
    HarCache Cache,
    HarTimings Timings,
    [property: JsonPropertyName("_step")] string? Step,
    [property: JsonPropertyName("_purpose")] string? Purpose,
    [property: JsonPropertyName("_attempt")] int? Attempt,
    [property: JsonPropertyName("_error")] string? Error
);

internal sealed record HarCache;

/// <summary>Milliseconds; their sum is the entry's time.</summary>
internal sealed record HarTimings(double Send, double Wait, double Receive);

internal sealed record HarRequest(
    string Method,
    string Url,
    string HttpVersion,
    ImmutableArray<HarField> Cookies,
    ImmutableArray<HarField> Headers,
    ImmutableArray<HarField> QueryString,
    HarPostData? PostData,
    int HeadersSize,
    int BodySize
);

internal sealed record HarPostData(string MimeType, string Text);

internal sealed record HarResponse(
    int Status,
    string StatusText,
    string HttpVersion,
    ImmutableArray<HarField> Cookies,
    ImmutableArray<HarField> Headers,
    HarContent Content,
    [property: JsonPropertyName("redirectURL")] string RedirectUrl,
    int HeadersSize,
    int BodySize
);

internal sealed record HarContent(
    long Size,
    string MimeType,
    string? Text,
    [property: JsonConverter(typeof(VerbatimString))] string? Encoding,
    string? Comment
);

internal sealed record HarField(string Name, string Value);

/// <summary>How the archive becomes JSON. Metadata only: the fast path would pass by the masking converter.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NewLine = "\n"
)]
[JsonSerializable(typeof(HarDocument))]
internal sealed partial class HarJsonContext : JsonSerializerContext
{
    /// <summary>A context that masks every text.</summary>
    /// <param name="mask">Replaces secrets.</param>
    public static HarJsonContext Masking(Func<string, string> mask) =>
        new(new JsonSerializerOptions(Default.Options) { Converters = { new MaskedString(mask) } });
}
