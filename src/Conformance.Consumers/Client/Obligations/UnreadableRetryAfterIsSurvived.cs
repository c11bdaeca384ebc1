using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A wait that cannot be read does not lead to hammering (STANDARDS CLI-15).</summary>
internal sealed class UnreadableRetryAfterIsSurvived : Obligation
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.RateLimits is { } limits
            ?
            [
                Case(
                    ScenarioKind.RateLimit,
                    "unreadable-retry-after-is-survived",
                    "A Retry-After that says nothing does not lead to hammering",
                    Demand.Proposal(
                        "rate_limits.retry_after.unreadable",
                        "The consumer SHOULD pause by itself when Retry-After cannot be read.",
                        limits.Location,
                        "CLI-15"
                    ),
                    [RateLimitedUnreadable.Title],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        if (seen.Provoked(RateLimitedUnreadable.Title).FirstOrDefault() is not { Call: { IsRetried: true } call })
        {
            return NotSeen(seen, "the client did not try again after 429", RateLimitedUnreadable.Title);
        }

        return call.Pauses.Any(p => p < Least)
            ? Ruling.BrokenBy(
                new(
                    $"script {RateLimitedUnreadable.Title}, {call.First.Line}",
                    "a pause before each repetition",
                    $"pauses of {Told(call.Pauses)} after Retry-After: {call.First.Answer?.Header("Retry-After")}",
                    "fall back to growing pauses",
                    call.Attempts[1]
                )
            )
            : Ruling.Holds;
    }
}
