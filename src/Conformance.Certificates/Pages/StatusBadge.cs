using System.Globalization;
using System.Net;

namespace Conformance.Certificates.Pages;

/// <summary>The result as a small picture for a README.</summary>
internal static class StatusBadge
{
    /// <summary>The badge, SVG.</summary>
    /// <param name="predicate">What is certified.</param>
    public static string Of(TestResultPredicate predicate)
    {
        var run = predicate.Conformance;
        var (text, colour) = predicate.Result switch
        {
            TestResultPredicate.Passed => ("conforming", "#1a7f37"),
            TestResultPredicate.Warned => ("conforming, with warnings", "#8a6100"),
            _ => ("not conforming", "#b42318"),
        };
        text += run.Profile is null ? "" : $", profile {WebUtility.HtmlEncode(run.Profile)}";
        text += run.ExpiresAt.UtcDateTime.ToString("' until 'yyyy-MM-dd", CultureInfo.InvariantCulture);
        var label = WebUtility.HtmlEncode($"{run.Title} {run.SpecificationVersion}".TrimEnd());
        var (left, right) = (WidthOf(label), WidthOf(text));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{left
                + right}" height="22" role="img" aria-label="{label}: {text}">
              <title>{label}: {text}</title>
              <rect width="{left}" height="22" rx="3" fill="#444c56"/>
              <rect x="{left}" width="{right}" height="22" rx="3" fill="{colour}"/>
              <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
                <text x="{left / 2}" y="15">{label}</text>
                <text x="{left + right / 2}" y="15">{text}</text>
              </g>
            </svg>

            """
        );
    }

    private static int WidthOf(string text) => 7 * text.Length + 16;
}
