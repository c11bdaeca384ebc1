using System.Collections.Immutable;

namespace Conformance.Reports;

/// <summary>What came of all reports of a run.</summary>
/// <param name="Written">The complete ones, in the order they were asked for.</param>
/// <param name="Problems">The others, with the reason.</param>
public sealed record ReportOutcome(ImmutableArray<WrittenReport> Written, ImmutableArray<ReportProblem> Problems)
{
    /// <summary>Whether every report that was asked for is complete.</summary>
    public bool IsComplete => Problems.IsEmpty;
}
