using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Summary;

/// <summary>The run summary as it is written; described in <c>reports/README.md</c>. Only additions keep the version.</summary>
internal sealed record SummaryDocument(
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Format,
    int Version,
    SummaryRun Run,
    SummaryCounts Counts,
    SummaryRequirements Requirements,
    ImmutableArray<SummaryGroup> ByKind,
    ImmutableArray<SummaryGroup> ByEndpoint,
    int Requests,
    long DurationMs,
    int? ExitCode,
    ImmutableArray<SummaryFindingGroup> Findings,
    ImmutableArray<SummaryFindingGroup> Observations,
    ImmutableArray<SummaryCase> Cases,
    ImmutableArray<string> LeftBehind,
    ImmutableArray<string> Notes
);

internal sealed record SummaryRun(
    string Id,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Subject,
    DateTimeOffset StartedAt,
    string ToolVersion,
    int Seed,
    string Environment,
    bool Simulated,
    string BaseUrl,
    bool Interrupted,
    string? Filter,
    string? Profile,
    SummarySpecification Specification
);

internal sealed record SummarySpecification(
    string Title,
    string? Version,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Sha256,
    ImmutableArray<string> Files
);

internal sealed record SummaryCounts(int Planned, int Passed, int Failed, int Inconclusive, int Skipped, int Error);

internal sealed record SummaryRequirements(int Total, int Tested, int NotTested);

internal sealed record SummaryGroup(string Name, SummaryCounts Counts);

internal sealed record SummaryFindingGroup(
    string Cause,
    string Check,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Outcome,
    string Requirement,
    SummaryFinding? Example,
    int Times,
    ImmutableArray<string> Answers,
    ImmutableArray<string> Cases
);

internal sealed record SummaryCase(
    string Id,
    string Title,
    string Kind,
    string Endpoint,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Verdict,
    string? Reason,
    SummaryRequirement Requirement,
    DateTimeOffset? StartedAt,
    long DurationMs,
    ImmutableArray<SummaryCheck> Checks,
    ImmutableArray<SummaryExchange> Exchanges,
    string? Repeat,
    string? Sequence,
    ImmutableArray<string> NotObserved,
    ImmutableArray<string> Notes,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string? Flaky,
    ImmutableArray<SummaryAttempt>? Attempts
);

internal sealed record SummaryAttempt(
    int Number,
    bool Alone,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Verdict,
    string? Reason,
    DateTimeOffset? StartedAt,
    long DurationMs,
    ImmutableArray<SummaryCheck> Checks,
    ImmutableArray<SummaryExchange> Exchanges
);

internal sealed record SummaryRequirement(
    string Id,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Level,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Basis,
    string Statement,
    string Location,
    ImmutableArray<string> References
);

internal sealed record SummaryCheck(
    string Check,
    [property: JsonConverter(typeof(Writing.VerbatimString))] string Outcome,
    string Requirement,
    int? Exchange,
    SummaryFinding? Finding
);

internal sealed record SummaryFinding(string Where, string Expected, string Actual, string Fix);

internal sealed record SummaryExchange(
    int Index,
    string Step,
    string Method,
    string Url,
    int? Status,
    string? Failure,
    double DurationMs
);
