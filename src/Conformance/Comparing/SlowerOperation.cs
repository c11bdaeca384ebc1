using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Verdicts.Gating;

namespace Conformance.Comparing;

/// <summary>An operation whose median answer takes longer in the second run, with 95 % confidence.</summary>
/// <param name="Operation"><c>METHOD path</c>.</param>
/// <param name="BeforeMs">Median of the first run, milliseconds.</param>
/// <param name="AfterMs">Median of the second run, milliseconds.</param>
/// <param name="Samples">The smaller number of answers of the two runs.</param>
public sealed partial record SlowerOperation(string Operation, double BeforeMs, double AfterMs, int Samples)
{
    // Less is felt by nobody, and scheduling alone can make it.
    private const double LeastFactor = 1.2;
    private const double LeastDifferenceMs = 5;
    private const int Median = 50;

    /// <summary>The operations that are slower, the slowest first.</summary>
    /// <param name="before">The first run.</param>
    /// <param name="after">The second run.</param>
    internal static ImmutableArray<SlowerOperation> Between(SummarizedRun before, SummarizedRun after)
    {
        var (old, now) = (Times(before), Times(after));
        return
        [
            .. now
                .Keys.Where(old.ContainsKey)
                .Select(operation => Compare(operation, old[operation], now[operation]))
                .OfType<SlowerOperation>()
                .OrderByDescending(s => s.AfterMs / s.BeforeMs),
        ];
    }

    private static SlowerOperation? Compare(string operation, double[] before, double[] after)
    {
        var (old, now) = (before[before.Length / 2], after[after.Length / 2]);
        var isSure =
            QuantileBounds.UpperRank(before.Length, Median) is { } upper
            && QuantileBounds.LowerRank(after.Length, Median) is { } lower
            && after[lower - 1] > before[upper - 1];
        return isSure && now >= old * LeastFactor && now - old >= LeastDifferenceMs
            ? new(operation, old, now, Math.Min(before.Length, after.Length))
            : null;
    }

    // Cases about limits wait and are refused on purpose.
    private static Dictionary<string, double[]> Times(SummarizedRun run) =>
        run
            .Cases.Where(c => c.Kind != "rate_limit" && !c.Exchanges.IsDefault)
            .GroupBy(c => c.Endpoint)
            .Select(g => (g.Key, Call: CallOf(g.Key), Cases: g))
            .Where(g => g.Call is not null)
            .Select(g =>
                (
                    g.Key,
                    Times: g.Cases.SelectMany(c => c.Exchanges)
                        .Where(e => e.Status is not null && g.Call!.IsMatch($"{e.Method} {e.Url}"))
                        .Select(e => e.DurationMs)
                        .Order()
                        .ToArray()
                )
            )
            .Where(g => g.Times.Length > 0)
            .ToDictionary(g => g.Key, g => g.Times, StringComparer.Ordinal);

    // "POST /things/{id}" as it stands at the end of "POST https://host/base/things/7?a=b"; null for a section's name.
    private static Regex? CallOf(string endpoint)
    {
        var parts = endpoint.Split(' ', 2);
        return parts is [var method, ['/', ..] path]
            ? new Regex(
                $"^{Regex.Escape(method)} \\S+?{Parameter().Replace(Regex.Escape(path), "[^/?]+")}(\\?.*)?$",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            : null;
    }

    [GeneratedRegex(@"\\\{[^}]*\}", RegexOptions.None, 10_000)]
    private static partial Regex Parameter();
}
