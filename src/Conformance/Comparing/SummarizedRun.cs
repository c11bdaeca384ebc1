using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Comparing;

/// <summary>A run as its <c>summary.json</c> tells it.</summary>
/// <param name="Format">What the file says it is.</param>
/// <param name="Version">Of the format.</param>
/// <param name="Run">What was run.</param>
/// <param name="Requirements">How many requirements were tested.</param>
/// <param name="Findings">Failures and warnings by cause.</param>
/// <param name="Cases">Every case.</param>
public sealed record SummarizedRun(
    [property: JsonRequired] string Format,
    int Version,
    [property: JsonRequired] SummarizedHead Run,
    [property: JsonRequired] SummarizedRequirements Requirements,
    ImmutableArray<SummarizedFinding> Findings,
    ImmutableArray<SummarizedCase> Cases
)
{
    private const string FileName = "summary.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 64 };

    /// <summary>The causes of each failed case; a case that failed without one has an empty set.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> FailureCauses()
    {
        var causes = Findings
            .Where(f => f.Outcome == "broken" && !f.Cases.IsDefault)
            .SelectMany(f => f.Cases.Select(c => (Case: c, f.Cause)))
            .ToLookup(f => f.Case, f => f.Cause, StringComparer.Ordinal);
        return Cases
            .Where(c => c.Verdict == "failed")
            .ToImmutableDictionary(
                c => c.Id,
                c => causes[c.Id].ToImmutableHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
    }

    /// <summary>Reads a summary, or that of a run's folder; refused when it is none.</summary>
    /// <param name="path">The file or the folder.</param>
    public static Attempt<SummarizedRun> Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        try
        {
            var run = JsonSerializer.Deserialize<SummarizedRun>(File.ReadAllBytes(file), Options);
            return
                run is { Format: "conformance-summary", Version: 1, Cases.IsDefault: false, Findings.IsDefault: false }
                && run.Cases.Select(c => c.Id).Distinct(StringComparer.Ordinal).Count() == run.Cases.Length
                ? run
                : NoSummary(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration(
                $"The summary '{file}' cannot be read: {e.Message}",
                "Pass the summary.json that a run wrote, or the folder it is in."
            );
        }
        catch (JsonException)
        {
            return NoSummary(file);
        }
    }

    private static Refusal NoSummary(string file) =>
        Refusal.Configuration(
            $"'{file}' is no summary of a run, or of another version of the format.",
            "Pass the summary.json that a run wrote, or the folder it is in."
        );
}

/// <summary>What was run.</summary>
/// <param name="StartedAt">When.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Simulated">Whether the target was the embedded simulator.</param>
/// <param name="BaseUrl">Where the target answered.</param>
/// <param name="Specification">The contract.</param>
/// <param name="Filter">Which cases were chosen; null for all.</param>
/// <param name="Profile">The profile that the target was held to; null for the whole specification.</param>
public sealed record SummarizedHead(
    DateTimeOffset StartedAt,
    [property: JsonRequired] string Environment,
    bool Simulated,
    [property: JsonRequired] string BaseUrl,
    [property: JsonRequired] SummarizedSpecification Specification,
    string? Filter = null,
    string? Profile = null
);

/// <summary>The contract of a run.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">Digest over its files.</param>
public sealed record SummarizedSpecification(string Title, string? Version, [property: JsonRequired] string Sha256);

/// <summary>How many requirements were tested.</summary>
/// <param name="Total">All.</param>
/// <param name="Tested">Those that a case passed or failed.</param>
public sealed record SummarizedRequirements(int Total, int Tested);

/// <summary>What was found, by cause.</summary>
/// <param name="Cause">Check, requirement and place.</param>
/// <param name="Outcome"><c>broken</c>, <c>warned</c>, ...</param>
/// <param name="Cases">Ids of the cases.</param>
public sealed record SummarizedFinding(
    [property: JsonRequired] string Cause,
    [property: JsonRequired] string Outcome,
    ImmutableArray<string> Cases
);

/// <summary>A case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Endpoint">The operation, <c>METHOD path</c>, or a section.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Reason">Why, unless passed or failed.</param>
/// <param name="Requirement">What it is about.</param>
/// <param name="Exchanges">What was sent and answered.</param>
public sealed record SummarizedCase(
    [property: JsonRequired] string Id,
    string Title,
    string Kind,
    string Endpoint,
    [property: JsonRequired] string Verdict,
    string? Reason,
    SummarizedRequirement Requirement,
    ImmutableArray<SummarizedExchange> Exchanges
);

/// <summary>What a case is about.</summary>
/// <param name="Id">Id of the requirement.</param>
/// <param name="Statement">The requirement.</param>
public sealed record SummarizedRequirement(string Id, string Statement);

/// <summary>An exchange.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Address.</param>
/// <param name="Status">HTTP status; null when nothing came back.</param>
/// <param name="DurationMs">How long it took.</param>
public sealed record SummarizedExchange(string Step, string Method, string Url, int? Status, double DurationMs);
