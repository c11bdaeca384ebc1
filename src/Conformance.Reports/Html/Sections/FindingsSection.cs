namespace Conformance.Reports.Html.Sections;

/// <summary>What is broken: the causes of failures, the most frequent first.</summary>
internal sealed class FindingsSection : IPageSection
{
    /// <inheritdoc />
    public string Id => "findings";

    /// <inheritdoc />
    public string Title => "What is broken";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => run.Failures.Length > 0;

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        foreach (var causes in run.Failures)
        {
            FindingCard.Write(page, run, causes, "failed");
        }
    }
}
