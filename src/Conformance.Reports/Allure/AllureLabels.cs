using System.Collections.Immutable;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Allure;

/// <summary>Where a test appears in Allure's trees and charts.</summary>
internal static class AllureLabels
{
    /// <summary>The labels of a test.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">The case.</param>
    /// <param name="host">Name of the machine.</param>
    /// <param name="lane">Lane of the timeline.</param>
    public static ImmutableArray<AllureLabel> Of(RunDescription run, CaseResult result, string host, int lane)
    {
        var title = run.Specification.Info.Title.Value;
        var kind = KindNames.Of(result.Case.Kind);
        var subject = Terms.SubjectOf(result.Case);
        return
        [
            new("epic", title),
            new("feature", subject),
            new("story", kind),
            new("parentSuite", title),
            new("suite", kind),
            new("subSuite", subject),
            new("package", $"{Slug.Of(title)}.{kind}"),
            new("severity", Severity(result.Case.Requirement)),
            new("layer", "contract"),
            new("host", host),
            new("thread", $"lane {lane}"),
            new("framework", "conformance"),
            new("language", "yaml"),
            .. Tags(result).Distinct(StringComparer.Ordinal).Select(tag => new AllureLabel("tag", tag)),
        ];
    }

    private static IEnumerable<string> Tags(CaseResult result)
    {
        yield return KindNames.Of(result.Case.Kind);
        yield return Terms.Of(result.Case.Requirement.Level);
        yield return Terms.Of(result.Case.Origin);
        foreach (var tag in result.Case.Tags)
        {
            yield return tag;
        }

        if (result.Warnings.Any())
        {
            yield return "warning";
        }
    }

    private static string Severity(Requirement requirement) =>
        requirement switch
        {
            { Gates: true } => "critical",
            { Level: RequirementLevel.Must } => "normal",
            { Level: RequirementLevel.Should } => "minor",
            _ => "trivial",
        };
}
