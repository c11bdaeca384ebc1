using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Ctrf;

/// <summary>A report in the Common Test Report Format. It admits no other keys; what is ours stands in <c>extra</c>.</summary>
internal sealed record CtrfDocument(
    [property: JsonConverter(typeof(VerbatimString))] string ReportFormat,
    [property: JsonConverter(typeof(VerbatimString))] string SpecVersion,
    Guid ReportId,
    string RunId,
    DateTimeOffset Timestamp,
    string GeneratedBy,
    CtrfResults Results
);

internal sealed record CtrfResults(
    CtrfTool Tool,
    CtrfSummary Summary,
    ImmutableArray<CtrfTest> Tests,
    CtrfEnvironment Environment
);

internal sealed record CtrfTool(string Name, string Version);

/// <summary>Counts; times are milliseconds since 1970.</summary>
internal sealed record CtrfSummary(
    int Tests,
    int Passed,
    int Failed,
    int Skipped,
    int Pending,
    int Other,
    int Flaky,
    int Suites,
    long Start,
    long Stop,
    long Duration,
    CtrfSummaryExtra Extra
);

internal sealed record CtrfSummaryExtra(
    [property: JsonPropertyName("conformance.inconclusive")] int Inconclusive,
    [property: JsonPropertyName("conformance.error")] int Error,
    [property: JsonPropertyName("conformance.exitCode")] int? ExitCode
);

internal sealed record CtrfTest(
    Guid Id,
    string TestId,
    string Name,
    CtrfStatus Status,
    [property: JsonConverter(typeof(VerbatimString))] string RawStatus,
    long Duration,
    long Start,
    long Stop,
    ImmutableArray<string> Suite,
    string? Message,
    string? Trace,
    string? FilePath,
    int? Line,
    [property: JsonConverter(typeof(VerbatimString))] string Type,
    ImmutableArray<string> Tags,
    CtrfLabels Labels,
    int? Retries,
    ImmutableArray<CtrfAttempt>? RetryAttempts,
    bool? Flaky,
    ImmutableArray<CtrfStep> Steps
);

/// <summary>An attempt before the one that the test itself shows.</summary>
internal sealed record CtrfAttempt(
    int Attempt,
    CtrfStatus Status,
    long Duration,
    string? Message,
    string? Trace,
    long Start,
    long Stop
);

internal sealed record CtrfLabels(string Requirement, string Level, string Basis, string Kind, string Endpoint);

internal sealed record CtrfStep(string Name, CtrfStatus Status);

internal sealed record CtrfEnvironment(
    string ReportName,
    string AppName,
    string? AppVersion,
    string? BuildName,
    long? BuildNumber,
    string? BuildUrl,
    string TestEnvironment,
    bool? Healthy
);

internal enum CtrfStatus
{
    [JsonStringEnumMemberName("passed")]
    Passed,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("skipped")]
    Skipped,

    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>How the report becomes JSON. Metadata only: the fast path would pass by the masking converter.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(CtrfDocument))]
internal sealed partial class CtrfJsonContext : JsonSerializerContext
{
    /// <summary>A context that masks every text.</summary>
    /// <param name="mask">Replaces secrets.</param>
    public static CtrfJsonContext Masking(Func<string, string> mask) =>
        new(new JsonSerializerOptions(Default.Options) { Converters = { new MaskedString(mask) } });
}
