using System.Globalization;
using System.Text;
using Conformance.Reports.Wording;
using Conformance.Reports.Writing;
using Conformance.Scenarios.Compiling;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Digest;

/// <summary>
/// A run on one page of GitHub-flavoured Markdown: what it came to, what is broken and where it stands, what stayed
/// open. Nothing that a target sent can become markup, a mention or a link.
/// </summary>
/// <param name="result">The run.</param>
/// <param name="options">Mask and surroundings.</param>
internal sealed class MarkdownDigest(RunResult result, ReportOptions options)
{
    /// <summary>Greatest number of characters: what a comment of a pull request takes, the smallest of all places it goes to.</summary>
    public const int MostCharacters = 65_000;

    private const int LongestText = 400;
    private const int MostOpen = 20;
    private readonly BuildServer server = BuildServer.Of(options.Variables);
    private readonly RunFindings findings = RunFindings.Group(result.Cases);

    /// <summary>The page.</summary>
    public string Write()
    {
        var page = new BoundedPage(MostCharacters);
        page.Add(Head());
        page.AddEach("failures", findings.Failures.Select(Failure), "## What is broken\n\n");
        page.AddEach("errors", Errors(), "## Defects of the suite or its configuration\n\n");
        page.AddEach("open cases", Open(), "## What stayed open\n\n", MostOpen);
        page.AddEach("warnings", findings.Warnings.Select(Warning), "## Warnings (they do not fail the target)\n\n");
        page.AddEach("notes", result.Notes.Select(n => $"- {Text(n)}\n"), "## Notes\n\n");
        page.AddEach("leftovers", result.LeftBehind.Select(n => $"- {Code(n)}\n"), "## Left behind at the target\n\n");
        return page.ToString();
    }

    /// <summary>The first lines alone, for a place that has no room for more.</summary>
    public string Head()
    {
        var run = result.Run;
        var text = new StringBuilder();
        var mark = result.ExitCode switch
        {
            0 when result.Count(Verdict.Failed) > 0 => "no new failure",
            0 => "✅ conforming",
            null => "finished",
            _ => "❌ not conforming",
        };
        text.Append(CultureInfo.InvariantCulture, $"# {Text(run.Specification.Info.Title.Value)}: {mark}\n\n");
        if (result.ExitReason is { } reason)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Text(reason)}\n\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"Target {Code(run.IsSimulated ? "simulator" : run.BaseUrl.ToString())}, environment {Code(run.Environment)}, specification {Code(run.Specification.Info.Version?.Value ?? "without version")}, seed {run.Seed}; {result.Requests} requests in {result.Duration.TotalSeconds:0.0} s.\n\n"
        );
        text.Append("| kind | passed | failed | inconclusive | skipped | error |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var kind in result.Cases.GroupBy(c => c.Case.Kind).OrderBy(g => g.Key))
        {
            Row(text, KindNames.Of(kind.Key), [.. kind]);
        }

        Row(text, "**all**", result.Cases);
        return text.Append('\n').ToString();
    }

    private static void Row(StringBuilder text, string name, IReadOnlyCollection<CaseResult> cases)
    {
        text.Append("| ").Append(name);
        foreach (
            var verdict in new[]
            {
                Verdict.Passed,
                Verdict.Failed,
                Verdict.Inconclusive,
                Verdict.Skipped,
                Verdict.Error,
            }
        )
        {
            text.Append(CultureInfo.InvariantCulture, $" | {cases.Count(c => c.Verdict == verdict)}");
        }

        text.Append(" |\n");
    }

    private string Failure(FindingGroup group)
    {
        var requirement = group.Example.Requirement;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {Text(requirement.Statement)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Terms.Of(requirement.Level)} by {Terms.Of(requirement.Basis)}, ");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Place(requirement)}; {group.Times} x in {group.CaseIds.Length} {(group.CaseIds.Length == 1 ? "case" : "cases")}, first {Code(group.Case.Case.Id)}\n\n"
        );
        if (group.Example.Finding is { } finding)
        {
            text.Append(CultureInfo.InvariantCulture, $"- where: {Code(finding.Where)}\n");
            text.Append(CultureInfo.InvariantCulture, $"- expected: {Code(finding.Expected)}\n");
            text.Append(CultureInfo.InvariantCulture, $"- actual: {Code(finding.Actual)}\n");
            text.Append(CultureInfo.InvariantCulture, $"- fix: {Text(finding.Fix)}\n");
        }

        if (group is { IsRepeatable: true, Case.Repeat: { } repeat })
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n<details><summary>repeat</summary>\n\n{Markdown.Block(Masked(repeat))}\n</details>\n"
            );
        }

        return text.Append('\n').ToString();
    }

    private string Place(Scenarios.Requirements.Requirement requirement)
    {
        var line = Allure.AllureLinks.Of(requirement, server).FirstOrDefault();
        var name = $"{requirement.Location.File}:{requirement.Location.Line}";
        return requirement.Location.Line == 0 ? Code(requirement.Id)
            : line is { } link && link.Name == name ? $"[{Code(name)}]({link.Url})"
            : Code(name);
    }

    private IEnumerable<string> Errors() =>
        result
            .Cases.Where(c => c.Verdict is Verdict.Error)
            .DistinctBy(c => c.Reason)
            .Select(c => $"- {Code(c.Case.Id)}: {Text(c.Reason ?? "no reason was given")}\n");

    private IEnumerable<string> Open() =>
        result
            .Cases.Where(c => c.Verdict is Verdict.Inconclusive)
            .GroupBy(c => c.Reason)
            .OrderByDescending(g => g.Count())
            .Select(g =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"- {g.Count()} x {Text(g.Key ?? "no reason was given")} (first {Code(g.First().Case.Id)})\n"
                )
            );

    private string Warning(FindingGroup group) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"- {group.Times} x {Text(group.Example.Requirement.Statement)} {Place(group.Example.Requirement)}: {Code(group.Example.Finding?.Actual ?? "")}\n"
        );

    private string Masked(string text) => XmlSafe.Clean(options.Mask(text));

    // GitHub and GitLab make links of names, numbers and addresses without any markup around them.
    private string Text(string text) =>
        Markdown
            .Text(Shortened(text))
            .Replace("@", "<span>@</span>", StringComparison.Ordinal)
            .Replace("\\#", "<span>#</span>", StringComparison.Ordinal)
            .Replace("://", ":<span></span>//", StringComparison.Ordinal)
            .Replace("www.", "www<span></span>.", StringComparison.OrdinalIgnoreCase);

    private string Code(string text) => Markdown.Code(Shortened(text));

    private string Shortened(string text)
    {
        var masked = Masked(text);
        return masked.Length <= LongestText ? masked : $"{BodyText.Cut(masked, LongestText)}...";
    }
}
