namespace Conformance.Reports.Html.Sections;

/// <summary>What is broken: the causes of failures, the most frequent first.</summary>
internal sealed class FindingsSection : IPageSection
{
    private const int FewCauses = 3;

    /// <inheritdoc />
    public string Id => "findings";

    /// <inheritdoc />
    public string Title => "What is broken";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => run.Failures.Length > 0;

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        if (run.Failures.Length > FewCauses)
        {
            List(page, run);
        }

        foreach (var causes in run.Failures)
        {
            FindingCard.Write(page, run, causes, "failed");
        }
    }

    // So many that they do not fit on a screen: first all of them, a line each.
    private static void List(Markup page, PageRun run)
    {
        using var list = page.In("ol", ("class", "causes"));
        foreach (var causes in run.Failures)
        {
            var (first, finding) = (causes[0], causes[0].Example.Finding);
            using var item = page.In("li");
            page.Put("a", first.Example.Requirement.Statement, ("href", $"#{FindingCard.Anchor(run, first)}"));
            page.Put("span", FindingCard.Times(causes), ("class", "times"));
            page.Put(
                "small",
                finding is null ? "" : $"{first.Place}: expected {finding.Expected}, got {finding.Actual}"
            );
        }
    }
}
