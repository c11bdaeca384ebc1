using System.Globalization;
using Conformance.Reports.Html.Evidence;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Sections;

/// <summary>One cause, told so that it can be repaired: the sentence, its line, what came, where else, how to repeat it.</summary>
internal static class FindingCard
{
    private const int MostCases = 5;

    /// <summary>Writes causes that show in the same cases.</summary>
    /// <param name="page">The page.</param>
    /// <param name="run">The run.</param>
    /// <param name="causes">The causes, at least one.</param>
    /// <param name="tone">The word for its colour.</param>
    public static void Write(Markup page, PageRun run, IReadOnlyList<FindingGroup> causes, string tone)
    {
        var first = causes[0];
        using var card = page.In("article", ("class", $"finding tone-{tone}"), ("id", Anchor(run, first)));
        using (page.In("h3"))
        {
            page.Put("span", first.Example.Requirement.Statement, ("class", "what"));
            page.Put("span", Times(causes), ("class", "times"));
        }

        foreach (var (i, group) in causes.GroupBy(g => g.Example.Requirement.Id).Index())
        {
            var requirement = group.First().Example.Requirement;
            if (i > 0)
            {
                page.Put("p", requirement.Statement, ("class", "requirement"));
            }

            Basis(page, run, requirement);
            foreach (var cause in group)
            {
                Evidence(page, cause.Example.Finding);
            }
        }

        Where(page, run, first);
        if (causes.FirstOrDefault(g => g.IsRepeatable) is { Case.Repeat: { } repeat })
        {
            Command(page, "Repeat this one request", repeat);
        }
    }

    /// <summary>Where a cause is told in the page.</summary>
    /// <param name="run">The run.</param>
    /// <param name="group">The cause.</param>
    public static string Anchor(PageRun run, FindingGroup group) =>
        string.Create(CultureInfo.InvariantCulture, $"finding-{run.NumberOf(group)}");

    /// <summary>How often causes that show together were found: <c>30 times in 20 cases</c>.</summary>
    /// <param name="causes">The causes, at least one.</param>
    public static string Times(IReadOnlyList<FindingGroup> causes)
    {
        var times = causes.Max(g => g.Times);
        var cases = VerdictCounts.Number(causes[0].CaseIds.Length, "case");
        return times > causes[0].CaseIds.Length ? $"{VerdictCounts.Number(times)} times in {cases}" : cases;
    }

    private static void Basis(Markup page, PageRun run, Requirement requirement)
    {
        using var facts = page.In("p", ("class", "basis"));
        page.Put("span", Terms.Of(requirement.Level), ("class", "level"));
        page.Text($" by {Terms.Of(requirement.Basis)}");
        if (RequirementTable.LineOf(requirement) is { } line)
        {
            page.Text(" · ");
            Link(page, line, RequirementLinks.OfLine(requirement.Location, run.Server), "line");
        }

        page.Text(" · ");
        page.Put("code", requirement.Id);
        foreach (var reference in requirement.References)
        {
            page.Text(" · ");
            Link(page, reference, RequirementLinks.OfStandard(reference), "reference");
        }
    }

    /// <summary>A command that can be copied.</summary>
    /// <param name="page">The page.</param>
    /// <param name="label">What it does.</param>
    /// <param name="command">The command.</param>
    public static void Command(Markup page, string label, string command)
    {
        using var block = page.In("div", ("class", "command"));
        page.Put("p", label, ("class", "label"));
        page.Put("pre", command, ("tabindex", "0"), ("data-copy", ""), ("aria-label", label));
    }

    private static void Evidence(Markup page, Finding? finding)
    {
        if (finding is null)
        {
            return;
        }

        using var list = page.In("dl", ("class", "evidence"));
        Pair(page, "where", finding.Where);
        Pair(page, "expected", finding.Expected);
        Pair(page, "actual", finding.Actual);
        Pair(page, "fix", finding.Fix);
    }

    private static void Pair(Markup page, string name, string value)
    {
        page.Put("dt", name);
        page.Put("dd", value, ("class", name));
    }

    private static void Where(Markup page, PageRun run, FindingGroup group)
    {
        if (group.Case.Case.Requirement.Id == group.Example.Requirement.Id)
        {
            page.Put(
                "p",
                $"{(group.CaseIds.Length == 1 ? "" : "For example: ")}{group.Case.Case.Title}",
                ("class", "situation")
            );
        }

        using var line = page.In("p", ("class", "cases"));
        page.Text(group.CaseIds.Length == 1 ? "Case: " : "Cases: ");
        foreach (var (i, id) in group.CaseIds.Take(MostCases).Index())
        {
            page.Text(i == 0 ? "" : ", ");
            page.Put("a", id, ("href", CaseLink.To(id)));
        }

        if (group.CaseIds.Length > MostCases)
        {
            var number = run.NumberOf(group).ToString(CultureInfo.InvariantCulture);
            page.Text(" and ");
            page.Put(
                "a",
                $"{VerdictCounts.Number(group.CaseIds.Length - MostCases)} more",
                ("href", CaseLink.Where(("cause", number)))
            );
        }

        if (group.Answers.Length > 1)
        {
            page.Put("span", $"Answers: {string.Join("; ", group.Answers)}", ("class", "answers"));
        }
    }

    private static void Link(Markup page, string text, string? url, string name)
    {
        if (url is null)
        {
            page.Put("code", text, ("class", name));
        }
        else
        {
            page.Put("a", text, ("class", name), ("href", url), ("rel", "noreferrer"));
        }
    }
}
