using System.Globalization;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html;

/// <summary>The observed sequences as drawings, in templates that the page's script takes them from.</summary>
internal static class ObservedPictures
{
    /// <summary>Writes a template for each case that has a sequence.</summary>
    /// <param name="page">The page.</param>
    /// <param name="run">The run.</param>
    /// <param name="cases">The cases in the order of the page.</param>
    /// <param name="mask">Replaces secrets in a text.</param>
    public static void Write(Markup page, PageRun run, IEnumerable<CaseResult> cases, Func<string, string> mask)
    {
        foreach (var (number, result) in cases.Index())
        {
            if (ObservedSequence.Of(result, run.Result.Run.Subject, mask) is { } mermaid)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"sequence-{number}");
                using var template = page.In("template", ("id", id));
                page.Put("pre", mermaid, ("tabindex", "0"));
            }
        }
    }
}
