namespace Conformance.Reports.Html.Sections;

/// <summary>What should be known beside the verdicts: notes of the run, and what it left behind at the target.</summary>
internal sealed class NotesSection : IPageSection
{
    /// <inheritdoc />
    public string Id => "notes";

    /// <inheritdoc />
    public string Title => "Notes";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => run.Result.Notes.Length + run.Result.LeftBehind.Length > 0;

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        if (run.Result.Notes is { Length: > 0 } notes)
        {
            using var list = page.In("ul");
            foreach (var note in notes)
            {
                page.Put("li", note);
            }
        }

        if (run.Result.LeftBehind is { Length: > 0 } commands)
        {
            FindingCard.Command(page, "Left behind at the target; this removes it", string.Join('\n', commands));
        }
    }
}
