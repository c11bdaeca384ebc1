using Conformance.Consumers.Client.Judging;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>
/// Duties that a provider on loopback cannot put a client to (STANDARDS CLI-16, CLI-29, CLI-31, CLI-32, CLI-36): named
/// with the reason, so that nobody takes them for certified.
/// </summary>
internal sealed class DutiesOutOfSight : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification)
    {
        var place = specification.Endpoints.FirstOrDefault()?.Location ?? SourceLocation.None;
        if (specification.RateLimits is { } limits)
        {
            yield return Named(
                ScenarioKind.RateLimit,
                "retry-after-and-backoff",
                "The consumer SHOULD wait for the longer of Retry-After and its own backoff.",
                limits.Location,
                "CLI-16",
                "how long a client would have backed off by itself is not told by traffic; that it waits for Retry-After is a case of its own"
            );
            yield return Named(
                ScenarioKind.RateLimit,
                "conditional-requests",
                "The consumer SHOULD save requests by caching where responses can be validated.",
                limits.Location,
                "CLI-36",
                "the simulator answers every request in full, so a client has nothing to make a request conditional with"
            );
        }

        yield return Named(
            ScenarioKind.EdgeCases,
            "broken-successes-are-noticed",
            "The consumer SHOULD take a success without the declared fields, cut short or of another type for a failure.",
            place,
            "CLI-29",
            "what a client makes of a success that it cannot use happens inside it"
        );
        yield return Named(
            ScenarioKind.AuthRefresh,
            "credentials-stay-with-their-origin",
            "The consumer MUST NOT send its credentials to another origin that a redirection leads to.",
            place,
            "CLI-31",
            "the simulator is one origin and redirects nowhere, and no operation declares a redirection"
        );
        yield return Named(
            ScenarioKind.AuthRefresh,
            "certificates-are-verified",
            "The consumer MUST verify the provider's certificate.",
            place,
            "CLI-32",
            "the simulator is reached over plain HTTP on loopback, so there is no certificate to refuse"
        );
    }

    private static ClientCase Named(
        ScenarioKind kind,
        string name,
        string statement,
        SourceLocation place,
        string reference,
        string reason
    ) =>
        Case(
            kind,
            $"attested/{name}",
            statement,
            Demand.Proposal($"attested.{name}", statement, place, reference),
            [],
            _ => new Ruling.DoesNotApply($"{reason}: to be attested")
        );
}
