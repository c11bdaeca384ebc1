using System.Globalization;

namespace Conformance.Documents;

/// <summary>What the last run found, requirement by requirement; what failed comes first.</summary>
internal static class VerdictsBlock
{
    private static readonly string[] Order = ["failed", "error", "inconclusive", "skipped", "passed"];

    public static void Write(MarkdownText text, RunVerdicts verdicts)
    {
        var at = verdicts.FinishedAt is { } time
            ? time.UtcDateTime.ToString(" 'on' yyyy-MM-dd 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : "";
        text.Block($"**Last run:** {MarkdownText.Inline(verdicts.Target)}{at}: {Counts(verdicts)}");
        text.Block("<details><summary>Verdict of every requirement</summary>");
        text.Table(
            ["Requirement", "Operation", "Verdict", "Cases"],
            [
                .. verdicts
                    .Requirements.OrderBy(r => Array.IndexOf(Order, r.Verdict))
                    .ThenBy(r => r.Id, StringComparer.Ordinal)
                    .Select(r =>
                        new[]
                        {
                            MarkdownText.Value(r.Id),
                            MarkdownText.Value(r.Operation),
                            Mark(r.Verdict),
                            r.Cases.ToString(CultureInfo.InvariantCulture),
                        }
                    ),
            ]
        );
        text.Block("</details>");
    }

    /// <summary>A verdict with a sign that does not need its colour.</summary>
    public static string Mark(string verdict) =>
        verdict switch
        {
            "passed" => "✔ passed",
            "failed" => "✘ **failed**",
            "error" => "✘ error",
            "inconclusive" => "? inconclusive",
            _ => $"– {MarkdownText.Inline(verdict)}",
        };

    private static string Counts(RunVerdicts verdicts) =>
        string.Join(
            ", ",
            verdicts
                .Requirements.GroupBy(r => r.Verdict)
                .OrderBy(g => Array.IndexOf(Order, g.Key))
                .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} requirements {g.Key}"))
        );
}
