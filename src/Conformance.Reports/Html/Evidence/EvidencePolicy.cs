using System.Globalization;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Evidence;

/// <summary>
/// How much of what was recorded the page holds: all of it where somebody has to look, an impression where all is well.
/// Counts what is left out, so that the page can say it.
/// </summary>
internal sealed class EvidencePolicy(ReportOptions options)
{
    private const int MostOfPassedBody = 1024;
    private const int MostPassedExchanges = 6;
    private const int MostOfBody = 16 * 1024;

    // Characters of bodies and headers in all; a browser opens a file of twice this size without effort.
    private const int MostOfAll = 6 * 1024 * 1024;

    private int used;
    private int cutBodies;
    private int omittedExchanges;
    private int bareExchanges;

    /// <summary>Whether somebody will want to look into a case.</summary>
    /// <param name="result">The case.</param>
    public static bool NeedsAttention(CaseResult result) =>
        result.Verdict is not (Verdict.Passed or Verdict.Skipped)
        || result.Flakiness is not null
        || result.Checks.Any(c => c.Outcome is CheckOutcome.Warned or CheckOutcome.Waived);

    /// <summary>Greatest number of exchanges of a step that are shown.</summary>
    /// <param name="result">The case.</param>
    public int MaxExchanges(CaseResult result) =>
        NeedsAttention(result)
            ? options.MaxExchangesPerStep
            : Math.Min(MostPassedExchanges, options.MaxExchangesPerStep);

    /// <summary>Greatest number of characters of a body that are shown.</summary>
    /// <param name="result">The case.</param>
    public int MaxBody(CaseResult result) =>
        Math.Min(options.MaxBodyCharacters, NeedsAttention(result) ? MostOfBody : MostOfPassedBody);

    /// <summary>Whether there is room for the headers and bodies of one more exchange; takes note when there is none.</summary>
    public bool TryTakeRoom()
    {
        if (used < MostOfAll)
        {
            return true;
        }

        bareExchanges++;
        return false;
    }

    /// <summary>Takes note of a text that the page now holds.</summary>
    /// <param name="length">Its characters.</param>
    public void Use(int length) => used += length;

    /// <summary>Takes note of a body that is not shown to its end.</summary>
    public void CutBody() => cutBodies++;

    /// <summary>Takes note of exchanges that are only counted.</summary>
    /// <param name="count">How many.</param>
    public void Omit(int count) => omittedExchanges += count;

    /// <summary>What is not in the page, in sentences; empty when everything is.</summary>
    public IReadOnlyList<string> LeftOut()
    {
        string[] sentences =
        [
            cutBodies == 0
                ? ""
                : Invariant(
                    $"Of {cutBodies} bodies only the beginning is shown ({MostOfPassedBody:N0} characters in cases that passed, {MostOfBody:N0} in others)."
                ),
            omittedExchanges == 0
                ? ""
                : Invariant(
                    $"{omittedExchanges:N0} exchanges in the middle of long steps are only counted ({MostPassedExchanges} are shown of a step that passed, {options.MaxExchangesPerStep} of others, and whatever a finding rests on)."
                ),
            bareExchanges == 0
                ? ""
                : Invariant(
                    $"{bareExchanges:N0} exchanges are shown without headers and bodies: the page was full. Cases that did not pass have the first right to its room."
                ),
        ];
        return [.. sentences.Where(s => s.Length > 0)];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
