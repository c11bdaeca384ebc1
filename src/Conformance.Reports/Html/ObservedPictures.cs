using System.Globalization;
using Conformance.Diagrams;
using Conformance.Execution.Recording;
using Conformance.Reports.Html.Evidence;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html;

/// <summary>
/// The observed sequences as drawings, in templates that the page's script takes them from: of every case that needs
/// attention, and as there is room of those that passed with several requests.
/// </summary>
internal static class ObservedPictures
{
    // Characters of drawings in all.
    private const int MostOfAll = 2 * 1024 * 1024;

    /// <summary>Writes a template for each case that has a drawing.</summary>
    /// <param name="page">The page.</param>
    /// <param name="run">The run.</param>
    /// <param name="cases">The cases in the order of the page.</param>
    /// <param name="mask">Replaces secrets in a text.</param>
    public static void Write(Markup page, PageRun run, IEnumerable<CaseResult> cases, Func<string, string> mask)
    {
        var used = 0;
        foreach (var (number, result) in cases.Index())
        {
            if (used > MostOfAll || !IsWorthwhile(result))
            {
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"sequence-{number}");
            if (
                ObservedSequence.OfAny(result, run.Result.Run.Subject, mask) is { } mermaid
                && MermaidPicture.Draw(mermaid, $"picture-{number}", "Observed sequence") is { } picture
            )
            {
                using var template = page.In("template", ("id", id));
                page.Own(picture);
                used += picture.Length;
            }
        }
    }

    private static bool IsWorthwhile(CaseResult result) =>
        EvidencePolicy.NeedsAttention(result)
        || result.Record?.Exchanges.Count(e =>
            e.Purpose is ExchangePurpose.Step or ExchangePurpose.Delivery && !e.IsShared
        ) > 1;
}
