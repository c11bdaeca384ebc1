using System.Globalization;
using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A quota that is used up is left alone until it is back (STANDARDS CLI-26).</summary>
internal sealed class QuotaIsHeeded : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.RateLimits?.Headers is { Remaining: { } remaining, Reset: { } reset }
            ?
            [
                Case(
                    ScenarioKind.RateLimit,
                    "quota-is-heeded",
                    "A quota that is used up is left alone until it is back",
                    Demand.Draft(
                        "rate_limits.remaining",
                        $"The consumer SHOULD NOT call again before {reset.Value} when {remaining.Value} is 0.",
                        remaining.Location,
                        "CLI-26"
                    ),
                    [QuotaUsedUp.Title],
                    seen => Judge(seen, reset.Value)
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen, string reset)
    {
        var trace = seen.In(QuotaUsedUp.Title);
        if (trace?.ApiCalls.FirstOrDefault(c => c.Intervention is not null) is not { Answer: { } answer } told)
        {
            return NotSeen(seen, "the client made no call", QuotaUsedUp.Title);
        }

        var next = trace.ApiCalls.FirstOrDefault(c => c.At > told.EndedAt && IsSameLimit(told, c));
        if (next is null)
        {
            return NotSeen(seen, "the client made no other call under the same limit", QuotaUsedUp.Title);
        }

        var back = DateTimeOffset.FromUnixTimeSeconds(long.Parse(answer.Header(reset)!, CultureInfo.InvariantCulture));
        return next.At >= back - ScriptTimes.Tolerance
            ? Ruling.Holds
            : Ruling.BrokenBy(
                new(
                    $"{In(trace)}, {next.Line}",
                    $"nothing under this limit for {Timeline.Seconds(back - told.EndedAt)}",
                    $"a call after {Timeline.Seconds(Timeline.Pause(told, next))}",
                    $"look at what remains in each answer, and wait until {reset} when it is 0",
                    next
                )
            );
    }

    private static bool IsSameLimit(SeenCall told, SeenCall next) =>
        next.Endpoint == told.Endpoint
        || (told.Endpoint?.RateLimits.IsEmpty is true && next.Endpoint?.RateLimits.IsEmpty is true);
}
