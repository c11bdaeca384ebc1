using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Model;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Wording;

/// <summary>How grave something is that a run found.</summary>
internal enum IssueSeverity
{
    /// <summary>The target contradicts a requirement that gates.</summary>
    Failure,

    /// <summary>A defect of ours or of the configuration.</summary>
    Defect,

    /// <summary>A recommendation is not followed.</summary>
    Warning,
}

/// <summary>One thing to look into, at a line of the specification; however often it was met.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Name">Name of the check, or of the defect.</param>
/// <param name="Cause">What makes it the same thing in the next run.</param>
/// <param name="Message">What was demanded, what was seen, and where.</param>
/// <param name="Location">The line that demands it.</param>
internal sealed record RunIssue(
    IssueSeverity Severity,
    string Name,
    string Cause,
    string Message,
    SourceLocation Location
);

/// <summary>What a run found, by cause: failures, then defects, then warnings, each the most frequent first.</summary>
internal static class RunIssues
{
    /// <summary>The issues of a run.</summary>
    /// <param name="result">The run.</param>
    public static ImmutableArray<RunIssue> Of(RunResult result)
    {
        var findings = RunFindings.Group(result.Cases);
        var issues = (RunIssue[])
            [
                .. findings.Failures.Select(g => Of(g, IssueSeverity.Failure)),
                .. result
                    .Cases.Where(c => c.Verdict is Verdict.Failed && !c.Failures.Any())
                    .Select(c => Of(c, IssueSeverity.Failure, "NoFinding")),
                .. result
                    .Cases.Where(c => c.Verdict is Verdict.Error)
                    .DistinctBy(c => c.Reason)
                    .Select(c => Of(c, IssueSeverity.Defect, "Defect")),
                .. findings.Warnings.Select(g => Of(g, IssueSeverity.Warning)),
            ];
        return [.. issues.Select(i => i.Location.File.Length > 0 ? i : i with { Location = Beginning(result) })];
    }

    // A rule of a standard stands in no line of the specification.
    private static SourceLocation Beginning(RunResult result) =>
        new(result.Run.Specification.Files.FirstOrDefault("specification"), 1, 1, 1, 1, "");

    private static RunIssue Of(FindingGroup group, IssueSeverity severity)
    {
        var requirement = group.Example.Requirement;
        var finding = group.Example.Finding;
        string?[] lines =
        [
            requirement.Statement,
            finding is null ? null : $"{finding.Where}: expected {finding.Expected}, got {finding.Actual}",
            finding is null ? null : $"fix: {finding.Fix}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Times} x, in {group.CaseIds.Length} {(group.CaseIds.Length == 1 ? "case" : "cases")}: {group.Case.Case.Id}{(group.CaseIds.Length > 1 ? ", ..." : "")}"
            ),
        ];
        return new(
            severity,
            group.Example.Check,
            group.Cause,
            string.Join('\n', lines.OfType<string>()),
            requirement.Location
        );
    }

    private static RunIssue Of(CaseResult result, IssueSeverity severity, string name) =>
        new(
            severity,
            name,
            $"{name} | {result.Reason ?? result.Case.Id}",
            $"{result.Case.Id}: {result.Reason ?? "failed without a finding"}",
            result.Case.Requirement.Location
        );
}
