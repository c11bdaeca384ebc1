using Conformance.Verdicts.Grouping;

namespace Conformance.Reports.Html.Sections;

/// <summary>What does not fail a target: recommendations that are not followed, and what the specification leaves open.</summary>
internal sealed class WarningsSection : IPageSection
{
    /// <inheritdoc />
    public string Id => "warnings";

    /// <inheritdoc />
    public string Title => "Warnings";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => run.Findings.Warnings.Length + run.Findings.Observations.Length > 0;

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        if (run.Findings.Warnings is { Length: > 0 } warnings)
        {
            using var details = page.In("details", ("class", "more"));
            page.Put("summary", VerdictCounts.Number(warnings.Length, "warning"));
            page.Put(
                "p",
                "Recommendations, drafts and proposals: they never fail a target unless a run is strict.",
                ("class", "hint")
            );
            foreach (var warning in warnings)
            {
                FindingCard.Write(page, run, [warning], "warned");
            }
        }

        if (run.Findings.Observations is { Length: > 0 } observations)
        {
            using var details = page.In("details", ("class", "more"));
            page.Put("summary", VerdictCounts.Number(observations.Length, "observation"));
            page.Put(
                "p",
                "What was seen where the specification decides nothing. Either answer is right.",
                ("class", "hint")
            );
            Observations(page, observations);
        }
    }

    private static void Observations(Markup page, IEnumerable<FindingGroup> observations)
    {
        using var table = page.In("table");
        using (page.In("thead"))
        using (page.In("tr"))
        {
            page.Put("th", "Tried", ("scope", "col"));
            page.Put("th", "Possible", ("scope", "col"));
            page.Put("th", "Seen", ("scope", "col"));
            page.Put("th", "Cases", ("scope", "col"), ("class", "number"));
        }

        using var body = page.In("tbody");
        foreach (var group in observations)
        {
            using var row = page.In("tr");
            using (page.In("td"))
            {
                page.Put("a", group.Case.Case.Title, ("href", CaseLink.To(group.Case.Case.Id)));
            }

            page.Put("td", group.Example.Finding?.Expected ?? "");
            page.Put("td", group.Example.Finding?.Actual ?? "");
            page.Put("td", VerdictCounts.Number(group.CaseIds.Length), ("class", "number"));
        }
    }
}
