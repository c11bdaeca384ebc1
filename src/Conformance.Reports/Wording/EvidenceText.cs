using System.Text;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Wording;

/// <summary>What a person reads of a case that did not simply pass: requirement first, then the evidence.</summary>
internal static class EvidenceText
{
    private const int Gutter = 12;

    /// <summary>The first lines: the requirement, where it was not met, expected and actual.</summary>
    public static string Headline(CaseResult result)
    {
        var checks = result.Failures.Concat(result.Warnings).ToArray();
        return result.Verdict switch
        {
            Verdict.Failed => checks.Length == 0 ? result.Reason ?? "failed" : Sentence(checks),
            Verdict.Passed => checks.Length == 0 ? "" : $"warning: {Sentence(checks)}",
            _ => $"{Terms.Of(result.Verdict)}: {result.Reason ?? "no reason was given"}",
        };
    }

    /// <summary>Everything: each check that did not hold, with the line of the specification and the repeating command.</summary>
    public static string Full(CaseResult result)
    {
        var text = new StringBuilder();
        if (result.Reason is { } reason)
        {
            text.Append(Terms.Of(result.Verdict)).Append(": ").Append(reason).Append('\n');
        }

        foreach (var check in result.Checks.Where(c => c.Outcome is not CheckOutcome.Held))
        {
            Append(text, check);
        }

        if (result.Repeat is { } repeat)
        {
            text.Append('\n');
            AppendLine(text, "repeat", repeat);
        }

        return text.ToString().Trim('\n');
    }

    private static string Sentence(CheckResult[] checks)
    {
        var first = checks[0];
        var more = checks.Length > 1 ? $"\n(and {checks.Length - 1} more)" : "";
        var seen = first.Finding is { } f ? $"\n{f.Where}: expected {f.Expected}, got {f.Actual}" : "";
        return first.Requirement.Statement + seen + more;
    }

    private static void Append(StringBuilder text, CheckResult check)
    {
        var requirement = check.Requirement;
        text.Append('\n')
            .Append(Label(check.Outcome))
            .Append("  ")
            .Append(check.Check)
            .Append("  ")
            .Append(requirement.Id);
        text.Append(" [").Append(Terms.Of(requirement.Level)).Append("]\n").Append(requirement.Statement).Append('\n');
        AppendLine(text, "spec", Source(requirement));
        if (check.Finding is { } finding)
        {
            AppendLine(text, "where", finding.Where);
            AppendLine(text, "expected", finding.Expected);
            AppendLine(text, "actual", finding.Actual);
            AppendLine(text, "fix", finding.Fix);
        }
    }

    private static string Source(Requirement requirement) =>
        string.Join(", ", requirement.References.Prepend(requirement.Location.ToString()));

    private static string Label(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Broken => "FAILED",
            CheckOutcome.Warned => "WARNING",
            _ => "NOT JUDGED",
        };

    // Later lines of a value are indented like its first, so that a value can never pass for a line of ours.
    private static void AppendLine(StringBuilder text, string name, string value)
    {
        text.Append("  ").Append(name.PadRight(Gutter - 2));
        text.Append(value.ReplaceLineEndings("\n" + new string(' ', Gutter))).Append('\n');
    }
}
