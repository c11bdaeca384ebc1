using System.Globalization;
using Conformance.Reports;
using Conformance.Settings;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>Tells what a run came to: counts, failures in full, what stayed open, where the reports are, and the exit code.</summary>
/// <param name="screen">Where it is told.</param>
/// <param name="result">The run.</param>
/// <param name="gate">What it came to.</param>
/// <param name="reports">Its reports.</param>
internal sealed class RunSummary(Screen screen, RunResult result, GateDecision gate, ReportOutcome reports)
{
    /// <summary>The counts; those of the result unless others are given.</summary>
    public IEnumerable<Table> Tables { get; init; } = CountTable.Of(result);

    /// <summary>Writes the summary.</summary>
    public void Write(bool isQuiet)
    {
        if (!isQuiet)
        {
            foreach (var table in Tables)
            {
                screen.Show(table);
            }
        }

        new FailureList(screen, result).Write(isQuiet);
        OpenCaseList.Write(screen, result);
        WriteList("Left behind at the target", result.LeftBehind);
        WriteList("Notes", result.Notes);
        WriteReports(isQuiet);
        WriteResult();
    }

    private void WriteList(string heading, IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        screen.Line(heading, Styles.Strong);
        foreach (var line in lines)
        {
            screen.Line($"  {line}");
        }

        screen.Line();
    }

    private void WriteReports(bool isQuiet)
    {
        foreach (var report in isQuiet ? [] : reports.Written)
        {
            screen.Labelled(report.Report, FromHere(report.Path));
        }

        foreach (var problem in reports.Problems)
        {
            screen.Labelled(problem.Report, $"not written: {problem.Message}", Styles.Of(Verdict.Error));
        }

        screen.Line();
    }

    private void WriteResult()
    {
        var account = gate.Account;
        screen.Line(
            Invariant(
                $"{account.Planned} cases: {account.Passed} passed, {account.Failed} failed, {account.Inconclusive} inconclusive, {account.Skipped} skipped, {account.Error} error; {result.Requests} requests in {DurationText.Of(result.Duration)}"
            )
        );
        var conforms = gate.ExitCode == ExitCodes.Conforming;
        var word =
            !conforms ? "NOT conforming"
            : account.Failed == 0 ? "Conforming"
            : "No new failure";
        screen.Line(
            Invariant($"{word}: {gate.Reason} (exit code {gate.ExitCode})"),
            Styles.Of(conforms ? Verdict.Passed : Verdict.Failed)
        );
    }

    // A path below the current folder is shorter, and as good to click on.
    private static string FromHere(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
