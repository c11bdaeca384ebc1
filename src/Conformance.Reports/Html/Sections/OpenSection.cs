using System.Globalization;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Sections;

/// <summary>What was not tested, by reason: nobody may take it for passed.</summary>
internal sealed class OpenSection : IPageSection
{
    private const int MostCases = 3;

    /// <inheritdoc />
    public string Id => "open";

    /// <inheritdoc />
    public string Title => "Not tested";

    /// <inheritdoc />
    public bool IsPresent(PageRun run) => Open(run).Any();

    /// <inheritdoc />
    public void Write(Markup page, PageRun run)
    {
        using var table = page.In("table");
        using (page.In("thead"))
        using (page.In("tr"))
        {
            page.Put("th", "Verdict", ("scope", "col"));
            page.Put("th", "Cases", ("scope", "col"), ("class", "number"));
            page.Put("th", "Why", ("scope", "col"));
        }

        using var body = page.In("tbody");
        foreach (
            var group in Open(run)
                .GroupBy(c => (c.Verdict, c.Reason))
                .OrderBy(g => Order(g.Key.Verdict))
                .ThenByDescending(g => g.Count())
        )
        {
            Write(page, group.Key.Verdict, group.Key.Reason ?? "No reason was given.", [.. group]);
        }
    }

    private static void Write(Markup page, Verdict verdict, string reason, CaseResult[] cases)
    {
        var name = Terms.Of(verdict);
        using var row = page.In("tr");
        using (page.In("td"))
        {
            page.Put("span", name, ("class", $"badge {name}"));
        }

        page.Put("td", cases.Length.ToString(CultureInfo.InvariantCulture), ("class", "number"));
        using var why = page.In("td");
        page.Text(reason);
        using var links = page.In("small");
        foreach (var (i, shown) in cases.Take(MostCases).Index())
        {
            page.Text(i == 0 ? "" : ", ");
            page.Put("a", shown.Case.Id, ("href", CaseLink.To(shown.Case.Id)));
        }

        if (cases.Length > MostCases)
        {
            page.Text(" and ");
            page.Put(
                "a",
                $"{VerdictCounts.Number(cases.Length - MostCases)} more",
                ("href", CaseLink.Where(("verdict", name), ("q", reason)))
            );
        }
    }

    private static IEnumerable<CaseResult> Open(PageRun run) =>
        run.Result.Cases.Where(c => c.Verdict is Verdict.Inconclusive or Verdict.Skipped or Verdict.Error);

    private static int Order(Verdict verdict) => VerdictCounts.Order.IndexOf(verdict);
}
