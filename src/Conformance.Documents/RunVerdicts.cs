using System.Collections.Immutable;

namespace Conformance.Documents;

/// <summary>What a run found, as its summary tells it.</summary>
/// <param name="Target">What was tested.</param>
/// <param name="FinishedAt">When.</param>
/// <param name="Requirements">The requirements that were tested.</param>
public sealed record RunVerdicts(
    string Target,
    DateTimeOffset? FinishedAt,
    ImmutableArray<RequirementVerdict> Requirements
);

/// <summary>The last verdict on one requirement.</summary>
/// <param name="Id">Id of the requirement.</param>
/// <param name="Operation">Method and path it is about; null when it is about none.</param>
/// <param name="Verdict">The worst verdict of its cases: <c>failed</c>, <c>inconclusive</c>, <c>passed</c>, ...</param>
/// <param name="Cases">Number of cases.</param>
public sealed record RequirementVerdict(string Id, string? Operation, string Verdict, int Cases);
