using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Output;

/// <summary>
/// The cases that were not decided, by reason: forty cases that lack one state are one thing to configure, whatever the
/// step is called that needs it.
/// </summary>
internal static partial class OpenCaseList
{
    private const int MostNamed = 3;

    /// <summary>Writes inconclusive, then skipped cases.</summary>
    public static void Write(Screen screen, RunResult result)
    {
        foreach (var verdict in (Verdict[])[Verdict.Inconclusive, Verdict.Skipped])
        {
            var cases = result.Cases.Where(c => c.Verdict == verdict).ToArray();
            if (cases.Length > 0)
            {
                screen.Line(Invariant($"{verdict} ({cases.Length})"), Styles.Of(verdict));
                foreach (var group in cases.GroupBy(c => Cause(c.Reason)).OrderByDescending(g => g.Count()))
                {
                    Write(screen, WithoutStep(group.First().Reason), [.. group.Select(c => c.Case.Id)]);
                }

                screen.Line();
            }
        }
    }

    private static void Write(Screen screen, string reason, string[] ids)
    {
        var more = ids.Length > MostNamed ? Invariant($" and {ids.Length - MostNamed} more") : "";
        screen.Line(Invariant($"  {ids.Length, 4} x  {SafeText.OneLine(reason)}"));
        screen.Line($"          {string.Join(", ", ids.Take(MostNamed))}{more}", Styles.Quiet);
    }

    private static string WithoutStep(string? reason) => Step().Replace(reason ?? "", "");

    // Identifiers and other numbers differ from case to case without being another reason.
    private static string Cause(string? reason) => Digits().Replace(WithoutStep(reason), "#");

    [GeneratedRegex(@"^steps? [^:,]+[:,] ", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Step();

    [GeneratedRegex(@"[0-9a-fA-F]*\d[0-9a-fA-F]*", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Digits();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
