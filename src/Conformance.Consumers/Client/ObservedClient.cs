using System.Collections.Immutable;
using Conformance.Reports;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Consumers.Client;

/// <summary>An observation that is over.</summary>
/// <param name="Result">The obligations as cases, with what was seen.</param>
/// <param name="Gate">The count, and the exit code with its reason.</param>
/// <param name="Reports">The reports that were written, and those that could not be.</param>
/// <param name="Scripts">What was seen in each script.</param>
public sealed record ObservedClient(
    RunResult Result,
    GateDecision Gate,
    ReportOutcome Reports,
    ImmutableArray<ScriptSummary> Scripts
);
