using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Courtesy;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Gating;
using Conformance.Verdicts.Results;

namespace Conformance.Gating;

/// <summary>How a declared response time stands after a run.</summary>
internal enum ServiceLevelStanding
{
    /// <summary>It is kept, with 95 % confidence.</summary>
    Kept,

    /// <summary>It is not kept, with 95 % confidence.</summary>
    Broken,

    /// <summary>The measurement decides neither.</summary>
    Undecided,
}

/// <summary>A declared response time, measured.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Sentence">What was measured, in a sentence.</param>
internal sealed record MeasuredServiceLevel(ServiceLevelStanding Standing, string Sentence);

/// <summary>
/// Holds what a run measured against the response times that its environment declares, at the client and with 95 %
/// confidence. The first answer of each operation is left out, for connections and caches are cold then; so is what was
/// sent during maintenance.
/// </summary>
internal static class ServiceLevelGate
{
    /// <summary>Every declared percentile; empty where none is declared or nothing was answered.</summary>
    /// <param name="environment">The environment; null for none.</param>
    /// <param name="results">The cases.</param>
    public static ImmutableArray<MeasuredServiceLevel> Of(
        TargetEnvironment? environment,
        IEnumerable<CaseResult> results
    )
    {
        if (environment?.Sla is not { ResponseTimes: { IsEmpty: false } declared })
        {
            return [];
        }

        var answers = results
            .SelectMany(r => r.Record?.Exchanges ?? [])
            .Where(e => e is { Purpose: ExchangePurpose.Step, Response: not null, IsShared: false })
            .OrderBy(e => e.SentAt)
            .ToArray();
        var warm = answers.GroupBy(e => e.Endpoint?.Name).SelectMany(g => g.Skip(1)).ToArray();
        var times = warm.Where(e => MaintenanceGate.OpenUntil(environment, e.SentAt) is null)
            .Select(e => e.Duration)
            .Order()
            .ToArray();
        return times.Length == 0
            ? []
            :
            [
                .. declared
                    .Where(d => d.Key is > 0 and < 100)
                    .Select(d => Judge(d.Key, d.Value.Value, times, answers.Length - times.Length)),
            ];
    }

    private static MeasuredServiceLevel Judge(int percentile, TimeSpan limit, TimeSpan[] times, int leftOut)
    {
        var measured = times[Math.Clamp((times.Length * percentile + 99) / 100 - 1, 0, times.Length - 1)];
        var upper = QuantileBounds.UpperRank(times.Length, percentile) is { } u ? times[u - 1] : (TimeSpan?)null;
        var lower = QuantileBounds.LowerRank(times.Length, percentile) is { } l ? times[l - 1] : (TimeSpan?)null;
        var standing =
            lower >= limit ? ServiceLevelStanding.Broken
            : upper < limit ? ServiceLevelStanding.Kept
            : ServiceLevelStanding.Undecided;
        var bounds = (lower, upper) switch
        {
            (_, null) =>
                $"too few for a statement with 95 % confidence, which takes {QuantileBounds.LeastSamples(percentile)}",
            (null, { } most) => $"with 95 % confidence at most {Milliseconds(most)}",
            ({ } least, { } most) => $"with 95 % confidence from {Milliseconds(least)} to {Milliseconds(most)}",
        };
        var verdict = standing switch
        {
            ServiceLevelStanding.Kept => "kept",
            ServiceLevelStanding.Broken => "not kept",
            _ => "not decided",
        };
        return new(
            standing,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Response time p{percentile} is {verdict}: {percentile} % of {times.Length} answers came within {Milliseconds(measured)} ({bounds}); declared: under {Milliseconds(limit)}. {leftOut} answers of the warm-up or of maintenance do not count."
            )
        );
    }

    private static string Milliseconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
