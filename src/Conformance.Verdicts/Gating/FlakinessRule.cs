using Conformance.Execution.Recording;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Gating;

/// <summary>Finds out why a case failed once and passed another time, from the exchanges of both attempts.</summary>
public static class FlakinessRule
{
    private const double FarLonger = 3;
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(1);

    /// <summary>The reason that the records show best.</summary>
    /// <param name="failed">The attempt that failed.</param>
    /// <param name="passed">The attempt that passed.</param>
    public static Flakiness Of(CaseAttempt failed, CaseAttempt passed)
    {
        var (before, after) = (Sent(failed), Sent(passed));
        return before.Any(IsThrottled) && !after.Any(IsThrottled) ? Flakiness.Throttling
            : IsSlower(before, after) ? Flakiness.Latency
            : passed.Setting is AttemptSetting.Alone ? Flakiness.Order
            : SendOtherData(before, after) ? Flakiness.Data
            : Flakiness.Unexplained;
    }

    /// <summary>The word that reports use.</summary>
    /// <param name="flakiness">The reason.</param>
    public static string NameOf(Flakiness flakiness) =>
        flakiness switch
        {
            Flakiness.Throttling => "throttling",
            Flakiness.Latency => "latency",
            Flakiness.Order => "order",
            Flakiness.Data => "data",
            _ => "unexplained",
        };

    private static Exchange[] Sent(CaseAttempt attempt) =>
        [.. (attempt.Record?.Exchanges ?? []).Where(e => e.Purpose is ExchangePurpose.Step && !e.IsShared)];

    private static bool IsThrottled(Exchange exchange) =>
        exchange.Throttled > 0
        || exchange.Response is { Status: 429 }
        || (exchange.Response is { Status: 503 } response && response.Header("Retry-After") is not null);

    private static bool IsSlower(Exchange[] failed, Exchange[] passed)
    {
        var isLate = failed.Any(e => e.Failure?.Kind is TransportFailureKind.Timeout);
        var (longest, usual) = (Longest(failed), Longest(passed));
        return (isLate && !passed.Any(e => e.Failure?.Kind is TransportFailureKind.Timeout))
            || (longest > FarLonger * usual && longest - usual >= AtLeast);
    }

    private static TimeSpan Longest(Exchange[] exchanges) =>
        exchanges.Select(e => e.Duration).DefaultIfEmpty(TimeSpan.Zero).Max();

    private static bool SendOtherData(Exchange[] failed, Exchange[] passed) =>
        failed.Zip(passed).Any(pair => !pair.First.Request.Body.Span.SequenceEqual(pair.Second.Request.Body.Span));
}
