using System.Collections.Immutable;
using Conformance.Reports.Html.Evidence;
using Conformance.Reports.Html.Sections;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html;

/// <summary>
/// A run as one page that needs nothing else. What is broken, the counts and the plots are there as they are; the single
/// cases are data that a script shows when somebody looks for them, so that thousands of them are no burden.
/// </summary>
/// <param name="options">Mask and sizes.</param>
/// <param name="server">Where sources can be read.</param>
internal sealed class ReportPage(ReportOptions options, BuildServer server)
{
    private static readonly ImmutableArray<IPageSection> Sections =
    [
        new FindingsSection(),
        new OpenSection(),
        new BreakdownSection(),
        new CoverageSection(),
        new ResponseTimesSection(),
        new RateLimitSection(),
        new WarningsSection(),
        new NotesSection(),
    ];

    /// <summary>The page of a run.</summary>
    /// <param name="result">The run.</param>
    public string Of(RunResult result)
    {
        var run = new PageRun(result, server);
        var cases = PageEvidence.Ordered(result.Cases).ToImmutableArray();
        var evidence = PageEvidence.Of(cases, options, server, run.NumberOf);
        var sections = Sections.Where(s => s.IsPresent(run)).ToArray();
        var page = new Markup(options.Mask);
        page.Own("<!DOCTYPE html>\n");
        using (page.In("html", ("lang", "en")))
        {
            Head(page, result);
            using var body = page.In("body");
            page.Put("a", "Skip to the result", ("class", "skip"), ("href", "#content"));
            Navigation(page, result, sections);
            using (page.In("main", ("id", "content")))
            {
                ResultBanner.Write(page, run);
                foreach (var section in sections)
                {
                    Write(page, run, section);
                }

                CasesSection.Write(page, run, evidence.LeftOut);
            }

            ObservedPictures.Write(page, run, cases, options.Mask);
            Scripts(page, evidence.Data);
        }

        return page.ToString();
    }

    private static void Head(Markup page, RunResult result)
    {
        using var head = page.In("head");
        page.Void("meta", ("charset", "utf-8"));
        page.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageAssets.SecurityPolicy));
        page.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        page.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        page.Put("title", $"{Mark(result)} {result.Run.Specification.Info.Title.Value}: conformance");
        page.Own($"<style>{PageAssets.Style}</style>\n");
    }

    // Seen in the tab before the page is.
    private static string Mark(RunResult result) =>
        result.Count(Verdict.Failed) > 0 ? "\u2717"
        : result.ExitCode == 0 ? "\u2713"
        : "?";

    private static void Navigation(Markup page, RunResult result, IEnumerable<IPageSection> sections)
    {
        using var header = page.In("header");
        page.Put("p", result.Run.Specification.Info.Title.Value, ("class", "brand"));
        using (page.In("nav", ("aria-label", "Parts of the report")))
        {
            foreach (var section in sections)
            {
                page.Put("a", section.Title, ("href", $"#{section.Id}"));
            }

            page.Put("a", "Cases", ("href", "#cases"));
        }

        page.Put("button", "Dark", ("id", "theme"), ("type", "button"));
    }

    private static void Write(Markup page, PageRun run, IPageSection section)
    {
        var title = $"{section.Id}-title";
        using var element = page.In("section", ("id", section.Id), ("aria-labelledby", title));
        page.Put("h2", section.Title, ("id", title));
        section.Write(page, run);
    }

    private void Scripts(Markup page, PageData data)
    {
        page.Own(
            $"<script type=\"application/json\" id=\"data\">{PageJsonContext.ForScript(data, options.Mask)}</script>\n"
        );
        foreach (var script in PageAssets.Scripts)
        {
            page.Own($"<script>{script}</script>\n");
        }
    }
}
