using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Allure;

/// <summary>A <c>*-result.json</c> file of Allure 2.</summary>
internal sealed record AllureResult
{
    [JsonConverter(typeof(VerbatimString))]
    public required string Uuid { get; init; }

    [JsonConverter(typeof(VerbatimString))]
    public required string HistoryId { get; init; }

    [JsonConverter(typeof(VerbatimString))]
    public required string TestCaseId { get; init; }

    public required string FullName { get; init; }

    public required ImmutableArray<string> TitlePath { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required AllureStatus Status { get; init; }

    public AllureStatusDetails? StatusDetails { get; init; }

    public AllureStage Stage { get; init; } = AllureStage.Finished;

    public required long Start { get; init; }

    public required long Stop { get; init; }

    public required ImmutableArray<AllureLabel> Labels { get; init; }

    public required ImmutableArray<AllureLink> Links { get; init; }

    public required ImmutableArray<AllureParameter> Parameters { get; init; }

    public required ImmutableArray<AllureStep> Steps { get; init; }

    public ImmutableArray<AllureAttachment> Attachments { get; init; } = [];
}

/// <summary>A step, nested freely.</summary>
internal sealed record AllureStep
{
    public required string Name { get; init; }

    public required AllureStatus Status { get; init; }

    public AllureStatusDetails? StatusDetails { get; init; }

    public AllureStage Stage { get; init; } = AllureStage.Finished;

    public required long Start { get; init; }

    public required long Stop { get; init; }

    public ImmutableArray<AllureStep> Steps { get; init; } = [];

    public ImmutableArray<AllureAttachment> Attachments { get; init; } = [];
}

/// <summary>Allure knows no other; <c>broken</c> is a defect of the test, not of what is tested.</summary>
internal enum AllureStatus
{
    [JsonStringEnumMemberName("passed")]
    Passed,

    [JsonStringEnumMemberName("skipped")]
    Skipped,

    [JsonStringEnumMemberName("broken")]
    Broken,

    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>How far a test came.</summary>
internal enum AllureStage
{
    [JsonStringEnumMemberName("finished")]
    Finished,
}

/// <summary>Why a status is what it is; Allure 3 shows the difference of expected and actual.</summary>
internal sealed record AllureStatusDetails(
    string? Message,
    string? Trace = null,
    string? Expected = null,
    string? Actual = null,
    bool? Flaky = null
);

/// <summary>A label. Its value is masked like any text, its name is Allure's.</summary>
internal sealed record AllureLabel([property: JsonConverter(typeof(VerbatimString))] string Name, string Value);

/// <summary>A link to somewhere else.</summary>
internal sealed record AllureLink(
    string Name,
    string Url,
    [property: JsonConverter(typeof(VerbatimString))] string Type
);

/// <summary>A parameter; an excluded one is no part of a test's identity.</summary>
internal sealed record AllureParameter(string Name, string Value, bool Excluded);

/// <summary>A file beside the result. Each file may be referred to once.</summary>
internal sealed record AllureAttachment(
    string Name,
    [property: JsonConverter(typeof(VerbatimString))] string Source,
    [property: JsonConverter(typeof(VerbatimString))] string Type
);

/// <summary>An entry of <c>categories.json</c>.</summary>
internal sealed record AllureCategory(
    string Name,
    string Description,
    [property: JsonConverter(typeof(VerbatimString))] string? MessageRegex,
    ImmutableArray<AllureStatus> MatchedStatuses
);

/// <summary><c>executor.json</c>.</summary>
internal sealed record AllureExecutor(
    string Name,
    [property: JsonConverter(typeof(VerbatimString))] string Type,
    string? Url,
    long? BuildOrder,
    string? BuildName,
    string? BuildUrl,
    string ReportName
);
