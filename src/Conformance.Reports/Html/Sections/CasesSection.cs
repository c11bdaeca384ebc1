using Conformance.Reports.Wording;
using Conformance.Scenarios.Compiling;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Sections;

/// <summary>The frame of the list of cases, which the page's script fills: its filters, its help, its place.</summary>
internal static class CasesSection
{
    /// <summary>Writes the frame.</summary>
    /// <param name="page">The page.</param>
    /// <param name="run">The run.</param>
    /// <param name="leftOut">What the page does not hold, in sentences.</param>
    public static void Write(Markup page, PageRun run, IReadOnlyList<string> leftOut)
    {
        var cases = run.Result.Cases;
        using var section = page.In("section", ("id", "cases"), ("aria-labelledby", "cases-title"));
        page.Put("h2", "Cases", ("id", "cases-title"));
        using (page.In("noscript"))
        {
            page.Put("p", "The single cases need this page's script. They are in summary.json and junit.xml, too.");
        }

        using (page.In("div", ("class", "filters"), ("role", "search"), ("aria-label", "Cases")))
        {
            Search(page);
            Select(
                page,
                "verdict",
                "Verdict",
                VerdictCounts.Order.Where(v => run.Result.Count(v) > 0).Select(Terms.Of)
            );
            Select(page, "kind", "Kind", cases.Select(c => KindNames.Of(c.Case.Kind)));
            Select(page, "endpoint", "Endpoint", cases.Select(c => Terms.SubjectOf(c.Case)));
            Select(page, "level", "Level", cases.Select(c => Terms.Of(c.Case.Requirement.Level)));
            page.Put("button", "Clear", ("id", "clear"), ("type", "button"));
        }

        Help(page);
        page.Put("p", "", ("id", "found"), ("role", "status"));
        using (page.In("ol", ("id", "list"))) { }

        page.Put("p", "", ("id", "end"));
        foreach (var sentence in leftOut)
        {
            page.Put("p", sentence, ("class", "hint left-out"));
        }
    }

    private static void Search(Markup page)
    {
        using var label = page.In("label", ("class", "search"));
        page.Put("span", "Search");
        page.Void("input", ("id", "search"), ("type", "search"), ("autocomplete", "off"), ("spellcheck", "false"));
    }

    private static void Select(Markup page, string name, string title, IEnumerable<string> values)
    {
        using var label = page.In("label");
        page.Put("span", title);
        using var select = page.In("select", ("id", $"filter-{name}"), ("data-filter", name));
        page.Put("option", "all", ("value", ""));
        foreach (var value in name == "verdict" ? values : values.Distinct().Order(StringComparer.Ordinal))
        {
            page.Put("option", value, ("value", value));
        }
    }

    private static void Help(Markup page)
    {
        using var help = page.In("p", ("class", "help"));
        foreach (
            var (key, meaning) in new[]
            {
                ("/", "search"),
                ("j", "next case"),
                ("k", "the one before"),
                ("Enter", "open or close"),
                ("Esc", "close, clear the search"),
            }
        )
        {
            using var pair = page.In("span");
            page.Put("kbd", key);
            page.Text($" {meaning}");
        }
    }
}
