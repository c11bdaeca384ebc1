using Conformance.Reports;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance;

/// <summary>A run that is over, with its reports and what it came to.</summary>
/// <param name="Plan">What was to be done.</param>
/// <param name="Result">What was done.</param>
/// <param name="Gate">The count, and the exit code with its reason.</param>
/// <param name="Reports">The reports that were written, and those that could not be.</param>
public sealed record CompletedRun(ConformancePlan Plan, RunResult Result, GateDecision Gate, ReportOutcome Reports);
