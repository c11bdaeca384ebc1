using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;

namespace Conformance;

/// <summary>
/// What a run measured of the response times that its environment declares. It is told, never judged: a run sends too
/// few requests, from one place only, to hold a percentile against a target.
/// </summary>
internal static class ResponseTimes
{
    /// <summary>One sentence for each declared percentile.</summary>
    /// <param name="environment">The environment; null for the embedded target.</param>
    /// <param name="results">The cases.</param>
    public static IEnumerable<string> Of(TargetEnvironment? environment, IEnumerable<CaseResult> results)
    {
        if (environment?.Sla is not { ResponseTimes: { IsEmpty: false } declared })
        {
            yield break;
        }

        var times = results
            .SelectMany(r => r.Record?.Exchanges ?? [])
            .Where(e => e is { Purpose: ExchangePurpose.Step, Response: not null })
            .Select(e => e.Duration)
            .Order()
            .ToArray();
        foreach (var (percentile, limit) in times.Length == 0 ? [] : declared)
        {
            var measured = At(times, percentile);
            var verdict = measured < limit.Value ? "" : "; that is slower, but a run is too short to judge it";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{percentile} % of {times.Length} answers came within {measured.TotalMilliseconds:0} ms (declared: under {limit.Value.TotalMilliseconds:0} ms{verdict})."
            );
        }
    }

    // The nearest rank: the least time that so many per cent of the answers did not exceed.
    private static TimeSpan At(TimeSpan[] ordered, int percentile) =>
        ordered[Math.Clamp((ordered.Length * percentile + 99) / 100 - 1, 0, ordered.Length - 1)];
}
