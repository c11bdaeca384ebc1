using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Results;

/// <summary>What a run was: for the head of every report.</summary>
public sealed record RunDescription
{
    /// <summary>The specification.</summary>
    public required IntegrationSpecification Specification { get; init; }

    /// <summary>Which side of the contract was tested.</summary>
    public RunSubject Subject { get; init; }

    /// <summary>Where the target answered.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Name of the environment, or <c>simulator</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>Whether the target was the embedded simulator.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Seed of all generated data.</summary>
    public required int Seed { get; init; }

    /// <summary>The filter that chose the cases; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Name of the profile that the target was held to; null for the whole specification.</summary>
    public string? Profile { get; init; }

    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>When the run started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Unique id of the run.</summary>
    public required string RunId { get; init; }
}

/// <summary>A finished run.</summary>
public sealed record RunResult
{
    /// <summary>What was run.</summary>
    public required RunDescription Run { get; init; }

    /// <summary>Every planned case with its verdict, in the order of the case list.</summary>
    public required ImmutableArray<CaseResult> Cases { get; init; }

    /// <summary>How long the run took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Number of requests sent to the target, token and control requests included.</summary>
    public required int Requests { get; init; }

    /// <summary>Whether the run was interrupted.</summary>
    public bool WasInterrupted { get; init; }

    /// <summary>What the run created and could not remove, with the commands that do.</summary>
    public ImmutableArray<string> LeftBehind { get; init; } = [];

    /// <summary>What should be known beside the verdicts.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The exit code the run ends with, as far as its cases decide it; null when nobody has decided.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Why it ends with that exit code, in a sentence or two; null when nobody has decided.</summary>
    public string? ExitReason { get; init; }

    /// <summary>Number of cases with this verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(Verdict verdict) => Cases.Count(c => c.Verdict == verdict);
}
