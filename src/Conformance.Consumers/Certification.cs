using Conformance.Reports;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Consumers;

/// <summary>What the certification of a consumer came to.</summary>
/// <param name="Result">Every case with its verdict.</param>
/// <param name="Gate">The count, and the exit code with its reason.</param>
/// <param name="Reports">The reports that were written, and those that could not be.</param>
public sealed record Certification(RunResult Result, GateDecision Gate, ReportOutcome Reports);
