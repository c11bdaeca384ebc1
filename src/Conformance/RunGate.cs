using Conformance.Reports;
using Conformance.Verdicts.Accounting;

namespace Conformance;

/// <summary>Keeps a run from ending well when something beside the cases went wrong.</summary>
internal static class RunGate
{
    /// <summary>The decision, or a worse one: a report that could not be written, or a defect of the runner, is never a 0.</summary>
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
