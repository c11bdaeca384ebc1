using Conformance.Verdicts.Gating;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Rendering;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Wording;

/// <summary>What a person reads of a case that did not simply pass.</summary>
internal static class EvidenceText
{
    /// <summary>
    /// The first lines: the requirement, where it was not met, expected and actual. Everything but a failure starts with
    /// the verdict, for formats that know fewer verdicts than we do. Empty for a case that simply passed.
    /// </summary>
    public static string Headline(CaseResult result)
    {
        var checks = result.Failures.Concat(result.Warnings).ToArray();
        return result.Verdict switch
        {
            Verdict.Failed => checks.Length == 0 ? result.Reason ?? "failed" : Sentence(checks),
            Verdict.Passed when result.Flakiness is { } flakiness =>
                $"flaky ({FlakinessRule.NameOf(flakiness)}): it failed, and passed when it was repeated{Failed(result)}",
            Verdict.Passed => checks.Length == 0 ? "" : $"warning: {Sentence(checks)}",
            _ => $"{Terms.Of(result.Verdict)}: {result.Reason ?? "no reason was given"}",
        };
    }

    /// <summary>Everything: requirement, evidence and the repeating command; empty for a case that simply passed.</summary>
    /// <param name="result">The case.</param>
    /// <param name="findings">The findings of the whole run; null while it runs.</param>
    public static string Full(CaseResult result, RunFindings? findings = null) =>
        result.Verdict is Verdict.Passed && !result.Warnings.Any()
            ? ""
            : $"{FindingRenderer.Render(result, findings: findings)}  spec      {Lines(result)}";

    private static string Failed(CaseResult result) =>
        result.Attempts.SelectMany(a => a.Checks).FirstOrDefault(c => c.Outcome is CheckOutcome.Broken) is { } first
            ? $"\n{Sentence([first])}"
            : "";

    // The line of the case itself first: a check may judge a requirement that stands elsewhere.
    private static string Lines(CaseResult result) =>
        string.Join(
            ", ",
            result
                .Failures.Concat(result.Warnings)
                .Select(c => c.Requirement.Location)
                .Prepend(result.Case.Requirement.Location)
                .Where(location => location.Line > 0)
                .Select(location => location.ToString())
                .Distinct()
        );

    private static string Sentence(CheckResult[] checks)
    {
        var first = checks[0];
        var more = checks.Length > 1 ? $"\n(and {checks.Length - 1} more)" : "";
        var seen = first.Finding is { } f ? $"\n{f.Where}: expected {f.Expected}, got {f.Actual}" : "";
        return first.Requirement.Statement + seen + more;
    }
}
