using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Ci;

/// <summary>An issue in GitLab's code quality report, a subset of Code Climate's format.</summary>
internal sealed record CodeQualityIssue(
    string Description,
    [property: JsonPropertyName("check_name"), JsonConverter(typeof(VerbatimString))] string CheckName,
    [property: JsonConverter(typeof(VerbatimString))] string Fingerprint,
    [property: JsonConverter(typeof(VerbatimString))] string Severity,
    CodeQualityLocation Location
);

/// <summary>A line of a file, by its path from the root of the repository.</summary>
internal sealed record CodeQualityLocation(string Path, CodeQualityLines Lines);

/// <summary>The first line, from 1.</summary>
internal sealed record CodeQualityLines(int Begin);

/// <summary>How the report becomes JSON. Metadata only: the fast path would pass by the masking converter.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ImmutableArray<CodeQualityIssue>))]
internal sealed partial class CodeQualityJsonContext : JsonSerializerContext
{
    /// <summary>A context that masks every text.</summary>
    /// <param name="mask">Replaces secrets.</param>
    public static CodeQualityJsonContext Masking(Func<string, string> mask) =>
        new(new JsonSerializerOptions(Default.Options) { Converters = { new MaskedString(mask) } });
}
