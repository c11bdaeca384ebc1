using System.Collections.Immutable;
using System.Globalization;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Sections;

/// <summary>How many cases came to what, as a bar and in words.</summary>
internal static class VerdictCounts
{
    /// <summary>The verdicts in the order of a report: what needs attention first.</summary>
    public static ImmutableArray<Verdict> Order { get; } =
    [Verdict.Failed, Verdict.Error, Verdict.Inconclusive, Verdict.Passed, Verdict.Skipped];

    /// <summary>A bar with a piece for each verdict.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cases">The cases, at least one.</param>
    public static void Bar(Markup page, IReadOnlyCollection<CaseResult> cases)
    {
        using var svg = page.In(
            "svg",
            ("class", "bar"),
            ("role", "img"),
            ("aria-label", Words(cases)),
            ("viewBox", "0 0 100 6"),
            ("preserveAspectRatio", "none")
        );
        var at = 0.0;
        foreach (var verdict in Order)
        {
            var width = 100.0 * cases.Count(c => c.Verdict == verdict) / cases.Count;
            if (width > 0)
            {
                // One case among thousands must be seen, too.
                page.Put(
                    "rect",
                    "",
                    ("class", $"fill-{Terms.Of(verdict)}"),
                    ("x", Markup.Unit(at)),
                    ("width", Markup.Unit(Math.Max(width, 0.6))),
                    ("height", "6")
                );
                at += width;
            }
        }
    }

    /// <summary><c>3 failed, 842 passed</c>.</summary>
    /// <param name="cases">The cases.</param>
    public static string Words(IReadOnlyCollection<CaseResult> cases) =>
        string.Join(
            ", ",
            Order
                .Select(v => (Verdict: v, Count: cases.Count(c => c.Verdict == v)))
                .Where(c => c.Count > 0)
                .Select(c => $"{Number(c.Count)} {Terms.Of(c.Verdict)}")
        );

    /// <summary>A number for people.</summary>
    /// <param name="number">The number.</param>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 case</c>, <c>2 cases</c>.</summary>
    /// <param name="number">The number.</param>
    /// <param name="noun">What is counted, its plural by an s.</param>
    public static string Number(int number, string noun) => $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";
}
