using System.Globalization;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Sections;

/// <summary>The head of the page: whether the target conforms, how many cases came to what, and what was run.</summary>
internal static class ResultBanner
{
    /// <summary>Writes the head.</summary>
    /// <param name="page">The page.</param>
    /// <param name="run">The run.</param>
    public static void Write(Markup page, PageRun run)
    {
        var result = run.Result;
        var (tone, headline, sentence) = Say(run);
        using (page.In("section", ("class", $"result tone-{tone}"), ("aria-labelledby", "headline")))
        {
            page.Put("h1", headline, ("id", "headline"));
            page.Put("p", sentence, ("class", "sentence"));
            if (result.Cases.Length > 0)
            {
                VerdictCounts.Bar(page, result.Cases);
            }

            using (page.In("ul", ("class", "tiles")))
            {
                foreach (var verdict in VerdictCounts.Order)
                {
                    Tile(page, verdict, result.Count(verdict));
                }
            }
        }

        Facts(page, result);
    }

    /// <summary>What the run came to, in a word for its colour, a few words and a sentence.</summary>
    /// <param name="run">The run.</param>
    public static (string Tone, string Headline, string Sentence) Say(PageRun run)
    {
        var result = run.Result;
        var failed = result.Count(Verdict.Failed);
        var all = VerdictCounts.Number(result.Cases.Length, "case");
        if (failed > 0)
        {
            var causes = VerdictCounts.Number(run.Failures.Length, "cause");
            return (
                "failed",
                "Does not conform",
                $"{VerdictCounts.Number(failed)} of {all} failed, for {causes}.{Rest(result)}"
            );
        }

        if (result.WasInterrupted)
        {
            return ("open", "Interrupted", $"No requirement was seen broken before the run ended.{Rest(result)}");
        }

        return result.ExitCode switch
        {
            ExitCodes.Conforming => ("passed", "Conforms", $"No requirement was seen broken in {all}.{Rest(result)}"),
            null when result.Count(Verdict.Passed) == result.Cases.Length && result.Cases.Length > 0 => (
                "passed",
                "Conforms",
                $"All {all} passed."
            ),
            _ => (
                "open",
                "No verdict",
                $"Nothing failed, but too little was tested to say that it conforms.{Rest(result)}"
            ),
        };
    }

    private static string Rest(RunResult result)
    {
        var open = result.Count(Verdict.Inconclusive);
        var errors = result.Count(Verdict.Error);
        return (open > 0 ? $" {VerdictCounts.Number(open, "case")} could not be carried out." : "")
            + (
                errors > 0
                    ? $" {VerdictCounts.Number(errors, "case")} ended with an error of the suite or its configuration."
                    : ""
            );
    }

    private static void Tile(Markup page, Verdict verdict, int count)
    {
        using var item = page.In("li");
        var name = Terms.Of(verdict);
        using var link = page.In(
            "a",
            ("class", $"tile {(count == 0 ? "none" : name)}"),
            ("href", CaseLink.Where(("verdict", name)))
        );
        page.Put("b", VerdictCounts.Number(count));
        page.Text(" ");
        page.Put("span", name);
    }

    private static void Facts(Markup page, RunResult result)
    {
        var run = result.Run;
        var specification = run.Specification;
        using var list = page.In("dl", ("class", "facts"));
        Fact(page, "Target", run.IsSimulated ? $"{run.BaseUrl} (built-in simulator)" : run.BaseUrl.ToString());
        Fact(page, "Environment", run.Environment);
        Fact(
            page,
            "Specification",
            $"{string.Join(", ", specification.Files)}{(specification.Info.Version is { } v ? $", version {v.Value}" : "")}"
        );
        Fact(
            page,
            "SHA-256",
            specification.Digest.Length > 16 ? $"{specification.Digest[..16]}..." : specification.Digest
        );
        Fact(page, "Started", run.StartedAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'zzz", CultureInfo.InvariantCulture));
        Fact(page, "Took", $"{TimeText.Of(result.Duration)}, {VerdictCounts.Number(result.Requests, "request")}");
        Fact(page, "Seed", run.Seed.ToString(CultureInfo.InvariantCulture));
        Fact(page, "Tool", $"Conformance {run.ToolVersion}");
    }

    private static void Fact(Markup page, string name, string value)
    {
        using var pair = page.In("div");
        page.Put("dt", name);
        page.Put("dd", value);
    }
}
