using System.Globalization;
using Conformance.Verdicts.Gating;
using Conformance.Verdicts.Results;

namespace Conformance.Repeating;

/// <summary>What should be known of cases that were repeated.</summary>
internal static class RepetitionNotes
{
    /// <summary>One sentence for each flaky case, and how many failures were not repeated.</summary>
    public static IEnumerable<string> Of(IEnumerable<CaseResult> results, int notRepeated)
    {
        foreach (var result in results.Where(r => r.Flakiness is not null))
        {
            yield return Sentence(result);
        }

        if (notRepeated > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{notRepeated} failed cases were not repeated: after {CaseRepetition.MostCases} a target is broken, not flaky."
            );
        }
    }

    private static string Sentence(CaseResult result)
    {
        var failed = (CheckResult?)
            result
                .Attempts.SelectMany(a => a.Checks)
                .Concat(result.Checks)
                .FirstOrDefault(c => c.Outcome is CheckOutcome.Broken);
        var passed = result.Attempts.FirstOrDefault(a => a.Verdict is Verdict.Passed);
        var number = passed?.Number ?? result.Attempts.Max(a => a.Number) + 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Flaky ({FlakinessRule.NameOf(result.Flakiness!.Value)}): {result.Case.Id} failed, and passed on attempt {number}. It failed with {failed?.Finding?.Where}: expected {failed?.Finding?.Expected}, got {failed?.Finding?.Actual}."
        );
    }
}
