using System.Globalization;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Rendering;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Output;

/// <summary>The failures of a run: one full text for each cause, which names the other cases it shows in.</summary>
internal sealed class FailureList(Screen screen, RunResult result)
{
    private const int MostShown = 20;
    private const int MostObservations = 12;
    private const int WidestText = 120;
    private readonly RunFindings findings = RunFindings.Group(result.Cases);

    /// <summary>Writes failures and errors in full, then warnings in two lines each and observations in one.</summary>
    /// <param name="isQuiet">Whether observations are left to the reports.</param>
    public void Write(bool isQuiet)
    {
        var shown = Representatives().Concat(Errors()).ToArray();
        foreach (var representative in shown.Take(MostShown))
        {
            WriteInFull(representative);
        }

        Rest(shown.Length, "findings");
        WriteWarnings();
        if (!isQuiet)
        {
            WriteObservations();
        }
    }

    private void WriteInFull(CaseResult representative)
    {
        var text = FindingRenderer.Render(representative, Math.Min(screen.Width, WidestText), findings);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        screen.Line(text[..end], Styles.Of(representative.Verdict));
        screen.Line(text[(end + 1)..]);
    }

    // The case that shows a cause first stands for it; a case that shows several is told once.
    private IEnumerable<CaseResult> Representatives()
    {
        var told = findings.Failures.SelectMany(g => g.CaseIds).ToHashSet(StringComparer.Ordinal);
        var silent = result.Cases.Where(c => c.Verdict is Verdict.Failed && !told.Contains(c.Case.Id));
        return findings.Failures.Select(g => g.Case).Where(c => c.Verdict is Verdict.Failed).Distinct().Concat(silent);
    }

    // One defect tends to break many cases in the same words.
    private IEnumerable<CaseResult> Errors() =>
        result.Cases.Where(c => c.Verdict is Verdict.Error).DistinctBy(c => c.Reason);

    private void WriteWarnings()
    {
        if (findings.Warnings.IsEmpty)
        {
            return;
        }

        screen.Line(Invariant($"Warnings ({findings.Warnings.Length}): they do not fail the target"), Styles.Strong);
        foreach (var group in findings.Warnings.Take(MostShown))
        {
            screen.Line($"  {Times(group.CaseIds.Length)}  {FindingRenderer.Sentence(group.Example.Requirement)}");
            screen.Line(
                SafeText.OneLine($"         {group.Example.Finding?.Where}: {group.Example.Finding?.Actual}"),
                Styles.Quiet
            );
        }

        screen.Line();
        Rest(findings.Warnings.Length, "warnings");
    }

    private void WriteObservations()
    {
        if (findings.Observations.IsEmpty)
        {
            return;
        }

        var count = findings.Observations.Length;
        screen.Line(Invariant($"Observations ({count}): the specification leaves these open"), Styles.Strong);
        foreach (var group in findings.Observations.Take(MostObservations))
        {
            var finding = group.Example.Finding;
            screen.Line(
                SafeText.OneLine($"  {Times(group.CaseIds.Length)}  {finding?.Where}: {finding?.Actual}"),
                Styles.Quiet
            );
        }

        if (count > MostObservations)
        {
            screen.Line(Invariant($"         and {count - MostObservations} more, in the reports"), Styles.Quiet);
        }

        screen.Line();
    }

    private void Rest(int count, string what)
    {
        if (count > MostShown)
        {
            screen.Line(Invariant($"... and {count - MostShown} more {what}; all of them are in the reports."));
            screen.Line();
        }
    }

    private static string Times(int count) => Invariant($"{count, 4} x");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
