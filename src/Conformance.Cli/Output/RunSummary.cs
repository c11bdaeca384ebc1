using System.Globalization;
using Conformance.Scenarios.Compiling;
using Conformance.Settings;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Rendering;
using Conformance.Verdicts.Results;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>Tells what a run came to: counts, failures in full, what stayed open, where the reports are, and the exit code.</summary>
internal sealed class RunSummary(Screen screen, CompletedRun run)
{
    private const int MostShown = 20;
    private static readonly Verdict[] Columns = Enum.GetValues<Verdict>();
    private readonly RunResult result = run.Result;

    /// <summary>Writes the summary.</summary>
    public void Write(bool isQuiet)
    {
        var findings = RunFindings.Group(result.Cases);
        if (!isQuiet)
        {
            screen.Show(Counts("kind", c => KindNames.Of(c.Case.Kind)));
            screen.Show(Counts("endpoint", c => c.Case.Endpoint?.Name ?? "(no endpoint)"));
        }

        WriteCases(findings);
        WriteWarnings(findings);
        WriteOpen();
        WriteList("Left behind at the target", result.LeftBehind);
        WriteList("Notes", result.Notes);
        WriteReports();
        WriteResult();
    }

    private Table Counts(string heading, Func<CaseResult, string> key)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(heading);
        foreach (var verdict in Columns)
        {
            table.AddColumn(new TableColumn(Styles.Name(verdict)).RightAligned().NoWrap());
        }

        foreach (var group in result.Cases.GroupBy(key))
        {
            table.AddRow([
                new Text(SafeText.OneLine(group.Key)),
                .. Columns.Select(v => Cell(group.Count(c => c.Verdict == v), v)),
            ]);
        }

        return table;
    }

    private static Text Cell(int count, Verdict verdict) =>
        count == 0
            ? new Text("-", Styles.Quiet)
            : new Text(count.ToString(CultureInfo.InvariantCulture), Styles.Of(verdict));

    // One full text for each cause, the most frequent first: what there is to repair. The other cases are named in it.
    private void WriteCases(RunFindings findings)
    {
        var failed = Representatives(findings).ToArray();
        foreach (var representative in failed.Take(MostShown))
        {
            var (first, rest) = Split(FindingRenderer.Render(representative, Math.Min(screen.Width, 120), findings));
            screen.Line(first, Styles.Of(representative.Verdict));
            screen.Line(rest);
        }

        if (failed.Length > MostShown)
        {
            screen.Line($"... and {failed.Length - MostShown} more cases; all of them are in the reports.");
            screen.Line();
        }
    }

    private IEnumerable<CaseResult> Representatives(RunFindings findings)
    {
        var shown = findings.Failures.Select(g => g.Case).Distinct().ToArray();
        var told = findings.Failures.SelectMany(g => g.CaseIds).ToHashSet(StringComparer.Ordinal);
        var rest = result.Cases.Where(c => c.Verdict is Verdict.Failed or Verdict.Error && !told.Contains(c.Case.Id));
        return shown.Concat(rest);
    }

    private void WriteWarnings(RunFindings findings)
    {
        if (findings.Warnings.IsEmpty)
        {
            return;
        }

        screen.Line($"Warnings ({findings.Warnings.Length}): they do not fail the target", Styles.Strong);
        foreach (var group in findings.Warnings.Take(MostShown))
        {
            screen.Line($"  {Times(group.CaseIds.Length)}  {FindingRenderer.Sentence(group.Example.Requirement)}");
            screen.Line($"         {group.Example.Finding?.Where}: {group.Example.Finding?.Actual}", Styles.Quiet);
        }

        screen.Line();
    }

    // Grouped by reason: forty cases that lack one state are one thing to configure.
    private void WriteOpen()
    {
        foreach (var verdict in (Verdict[])[Verdict.Inconclusive, Verdict.Skipped])
        {
            var cases = result.Cases.Where(c => c.Verdict == verdict).ToArray();
            if (cases.Length == 0)
            {
                continue;
            }

            screen.Line($"{verdict} ({cases.Length})", Styles.Of(verdict));
            foreach (var group in cases.GroupBy(c => c.Reason ?? "").OrderByDescending(g => g.Count()))
            {
                var ids = group.Select(c => c.Case.Id).ToArray();
                var more = ids.Length > 3 ? $" and {ids.Length - 3} more" : "";
                screen.Line($"  {Times(ids.Length)}  {SafeText.OneLine(group.Key)}");
                screen.Line($"         {string.Join(", ", ids.Take(3))}{more}", Styles.Quiet);
            }

            screen.Line();
        }
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

    private void WriteReports()
    {
        foreach (var report in run.Reports.Written)
        {
            screen.Labelled(report.Report, report.Path);
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

    private static (string Head, string Body) Split(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + 1)..]);
    }

    private static string Times(int count) => Invariant($"{count, 4} x");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
