using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A wait that is told as a date is kept (STANDARDS CLI-14; RFC 9110 section 10.2.3 has both forms).</summary>
internal sealed class RetryAfterDateIsUnderstood : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.RateLimits is { } limits
            ?
            [
                Case(
                    ScenarioKind.RateLimit,
                    "retry-after-date-is-understood",
                    "A Retry-After that is a date is kept",
                    Demand.Proposal(
                        "rate_limits.retry_after.date",
                        "The consumer SHOULD understand Retry-After as a date too.",
                        limits.Location,
                        "CLI-14"
                    ),
                    [RateLimitedDate.Title],
                    seen => RetryAfterWait.Judge(seen, RateLimitedDate.Title)
                ),
            ]
            : [];
}
