using Conformance.Reports.Wording;
using Conformance.Scenarios.Compiling;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Sections;

/// <summary>The verdicts by kind of case, by endpoint and by level of the requirement; each row leads to its cases.</summary>
internal sealed class BreakdownSection : IPageSection
{
    /// <inheritdoc />
    public string Id => "summary";

    /// <inheritdoc />
    public string Title => "Summary";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => run.Result.Cases.Length > 0;

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        using var columns = page.In("div", ("class", "columns"));
        using (page.In("div", ("class", "column")))
        {
            Table(page, run, "Kind", "kind", c => KindNames.Of(c.Case.Kind));
            Table(page, run, "Level", "level", c => Terms.Of(c.Case.Requirement.Level));
        }

        Table(page, run, "Endpoint", "endpoint", c => Terms.SubjectOf(c.Case));
    }

    private static void Table(Markup page, PageRun run, string title, string filter, Func<CaseResult, string> key)
    {
        var shown = VerdictCounts.Order.Where(v => run.Result.Count(v) > 0).ToArray();
        using var scroll = page.In(
            "div",
            ("class", "scroll"),
            ("tabindex", "0"),
            ("role", "region"),
            ("aria-label", $"By {filter}")
        );
        using var table = page.In("table", ("class", "counts"));
        using (page.In("thead"))
        using (page.In("tr"))
        {
            page.Put("th", title, ("scope", "col"));
            foreach (var verdict in shown)
            {
                page.Put("th", Terms.Of(verdict), ("scope", "col"), ("class", "number"));
            }
        }

        using var body = page.In("tbody");
        foreach (var group in run.Result.Cases.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Row(page, filter, group.Key, [.. group], shown);
        }
    }

    private static void Row(Markup page, string filter, string name, CaseResult[] cases, Verdict[] shown)
    {
        using var row = page.In("tr");
        using (page.In("th", ("scope", "row")))
        {
            page.Put("a", name, ("href", CaseLink.Where((filter, name))));
            VerdictCounts.Bar(page, cases);
        }

        foreach (var verdict in shown)
        {
            var (term, count) = (Terms.Of(verdict), cases.Count(c => c.Verdict == verdict));
            using var cell = page.In("td", ("class", "number"));
            if (count == 0)
            {
                page.Put("span", "-", ("class", "none"));
            }
            else
            {
                page.Put(
                    "a",
                    VerdictCounts.Number(count),
                    ("class", $"text-{term}"),
                    ("href", CaseLink.Where((filter, name), ("verdict", term)))
                );
            }
        }
    }
}
