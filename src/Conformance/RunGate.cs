using Conformance.Reports;
using Conformance.Verdicts.Accounting;

namespace Conformance;

/// <summary>Keeps a run from ending well when something beside the cases went wrong.</summary>
public static class RunGate
{
    /// <summary>The decision, or a worse one: a report that could not be written, or a defect of the runner, is never a 0.</summary>
    /// <param name="decision">What the cases came to.</param>
    /// <param name="problems">What went wrong beside them.</param>
    /// <param name="reports">The reports.</param>
    public static GateDecision Narrow(GateDecision decision, IReadOnlyList<string> problems, ReportOutcome reports)
    {
        if (decision.ExitCode is not (ExitCodes.Conforming or ExitCodes.GateNotMet))
        {
            return decision;
        }

        var all = problems.Concat(reports.Problems.Select(p => p.ToString())).ToArray();
        return all.Length == 0
            ? decision
            : decision with
            {
                ExitCode = ExitCodes.UsageOrConfiguration,
                Reason = string.Join(' ', all),
            };
    }
}
