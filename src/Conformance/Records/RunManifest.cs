using System.Collections.Immutable;

namespace Conformance.Records;

/// <summary>What a recorded run was: everything that decides which cases there are and how they are judged.</summary>
public sealed record RunManifest
{
    /// <summary>What a reader looks for before trusting the rest.</summary>
    public const string FormatName = "conformance-record";

    /// <summary>Raised when a key goes away or changes its meaning; additions do not count.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Always <see cref="FormatName"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Version of the form, <see cref="CurrentVersion"/>.</summary>
    public required int Version { get; init; }

    /// <summary>The specification.</summary>
    public required RecordedSpecification Specification { get; init; }

    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The target, and what is known of it.</summary>
    public required RecordedTarget Target { get; init; }

    /// <summary>Seed of all generated data.</summary>
    public required int Seed { get; init; }

    /// <summary>How many random payloads and sequences were tried for each operation.</summary>
    public int Explore { get; init; }

    /// <summary>Which cases were selected; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Name of the profile that selected the cases; null for the whole specification.</summary>
    public string? Profile { get; init; }

    /// <summary>Ids that a test plan asked for; left out where there was none.</summary>
    public ImmutableArray<string>? TestPlan { get; init; }

    /// <summary>Whether SHOULD requirements, drafts and proposals failed the target.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Which part of the cases this is, <c>2/4</c>; null for all of them.</summary>
    public string? Shard { get; init; }

    /// <summary>Whether each part has a target of its own.</summary>
    public bool HasOwnTargets { get; init; }

    /// <summary>A number that the certifier chose, found in every request; null for a run that nobody witnessed.</summary>
    public string? Nonce { get; init; }

    /// <summary>
    /// Lower-case hex SHA-256 over the ids of all cases of the specification, selected or not, in their order. What a
    /// case sends and expects follows from its id, the specification, the seed and the version of the tool.
    /// </summary>
    public required string CaseIdsSha256 { get; init; }

    /// <summary>Ids of the planned cases, in the order of the case list.</summary>
    public required ImmutableArray<string> Planned
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>The processes that carried cases out, in order: more than one where a run was resumed or merged.</summary>
    public ImmutableArray<RunSegment> Segments
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];
}

/// <summary>The specification of a recorded run.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version; null when it has none.</param>
/// <param name="Sha256">Lower-case hex SHA-256 over the bytes of its files in reading order.</param>
/// <param name="Path">Where it was read from, as the user named it.</param>
/// <param name="Files">The files, as the user named them.</param>
public sealed record RecordedSpecification(
    string Title,
    string? Version,
    string Sha256,
    string Path,
    ImmutableArray<string> Files
)
{
    /// <summary>Whether it was made from another document, an OpenAPI document for example.</summary>
    public bool IsImported { get; init; }
}

/// <summary>The target of a recorded run.</summary>
public sealed record RecordedTarget
{
    /// <summary>Where it answered; null for the embedded simulator, which answers elsewhere each time.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The environment that it played; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>Whether it was the embedded simulator.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Whether it ran inside the process, behind a handler.</summary>
    public bool IsInProcess { get; init; }

    /// <summary>Whether the run was given a clock of the target that it moves.</summary>
    public bool MovesClock { get; init; }
}

/// <summary>One process that carried cases out.</summary>
public sealed record RunSegment
{
    /// <summary>Unique id of the process's run.</summary>
    public required string RunId { get; init; }

    /// <summary>Where the target answered.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Name of the machine.</summary>
    public string? Host { get; init; }

    /// <summary>When it ended; null when it was killed, or is still running.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Requests it sent, those for tokens and to test controls included; null as above.</summary>
    public int? Requests { get; init; }

    /// <summary>Whether it was interrupted.</summary>
    public bool WasInterrupted { get; init; }

    /// <summary>What it created and could not remove.</summary>
    public ImmutableArray<string> LeftBehind
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>What should be known beside the verdicts.</summary>
    public ImmutableArray<string> Notes
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];
}
