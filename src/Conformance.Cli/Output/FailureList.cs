using System.Globalization;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Rendering;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Output;

/// <summary>The failures of a run: one full text for each cause, which says how often and in which cases it shows.</summary>
internal sealed class FailureList(Screen screen, RunResult result)
{
    private const int MostShown = 20;
    private const int MostErrors = 5;
    private const int MostObservations = 12;
    private const int WidestText = 120;
    private readonly RunFindings findings = RunFindings.Group(result.Cases);

    /// <summary>Writes failures and errors in full, then warnings in two lines each and observations in one.</summary>
    /// <param name="isQuiet">Whether observations are left to the reports.</param>
    public void Write(bool isQuiet)
    {
        var causes = findings.FailuresTogether.ToArray();
        var others = Silent().Concat(Errors()).ToArray();
        foreach (var together in causes.Take(MostShown))
        {
            WriteInFull(FindingRenderer.Render(together, TextWidth), Verdict.Failed);
        }

        var toldOthers = others.Take(Math.Max(MostShown - causes.Length, MostErrors)).ToArray();
        foreach (var told in toldOthers)
        {
            WriteInFull(FindingRenderer.Render(told, TextWidth, findings), told.Verdict);
        }

        Rest(Math.Min(causes.Length, MostShown) + toldOthers.Length, causes.Length + others.Length, "findings");
        WriteWarnings();
        if (!isQuiet)
        {
            WriteObservations();
        }
    }

    private int TextWidth => Math.Min(screen.Width, WidestText);

    private void WriteInFull(string text, Verdict verdict)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        screen.Line(text[..end], Styles.Of(verdict));
        screen.Line(text[(end + 1)..]);
    }

    // A verdict without a finding would be a defect of a check; it is told instead of being lost.
    private IEnumerable<CaseResult> Silent() =>
        result.Cases.Where(c => c.Verdict is Verdict.Failed && !c.Failures.Any());

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
            screen.Line($"  {Times(group.Times)}  {FindingRenderer.Sentence(group.Example.Requirement)}");
            screen.Line(
                SafeText.OneLine($"         {group.Example.Finding?.Where}: {group.Example.Finding?.Actual}"),
                Styles.Quiet
            );
        }

        screen.Line();
        Rest(MostShown, findings.Warnings.Length, "warnings");
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
            screen.Line(SafeText.OneLine($"  {Times(group.Times)}  {finding?.Where}: {finding?.Actual}"), Styles.Quiet);
        }

        if (count > MostObservations)
        {
            screen.Line(Invariant($"         and {count - MostObservations} more, in the reports"), Styles.Quiet);
        }

        screen.Line();
    }

    private void Rest(int shown, int count, string what)
    {
        if (count > shown)
        {
            screen.Line(Invariant($"... and {count - shown} more {what}; all of them are in the reports."));
            screen.Line();
        }
    }

    private static string Times(int count) => Invariant($"{count, 4} x");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
