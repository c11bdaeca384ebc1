using System.Globalization;
using Conformance.Settings;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Output;

/// <summary>Tells what a run came to: counts, failures in full, what stayed open, where the reports are, and the exit code.</summary>
internal sealed class RunSummary(Screen screen, CompletedRun run)
{
    private readonly RunResult result = run.Result;

    /// <summary>Writes the summary.</summary>
    public void Write(bool isQuiet)
    {
        if (!isQuiet)
        {
            screen.Show(CountTable.ByKind(result));
            screen.Show(CountTable.ByEndpoint(result));
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
        foreach (var report in isQuiet ? [] : run.Reports.Written)
        {
            screen.Labelled(report.Report, FromHere(report.Path));
        }

        foreach (var problem in run.Reports.Problems)
        {
            screen.Labelled(problem.Report, $"not written: {problem.Message}", Styles.Of(Verdict.Error));
        }

        screen.Line();
    }

    private void WriteResult()
    {
        var account = run.Gate.Account;
        screen.Line(
            Invariant(
                $"{account.Planned} cases: {account.Passed} passed, {account.Failed} failed, {account.Inconclusive} inconclusive, {account.Skipped} skipped, {account.Error} error; {result.Requests} requests in {DurationText.Of(result.Duration)}"
            )
        );
        var conforms = run.Gate.ExitCode == ExitCodes.Conforming;
        screen.Line(
            Invariant(
                $"{(conforms ? "Conforming" : "NOT conforming")}: {run.Gate.Reason} (exit code {run.Gate.ExitCode})"
            ),
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
