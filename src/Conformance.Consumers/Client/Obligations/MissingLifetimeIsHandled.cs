using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A token of unknown life is used all the same (STANDARDS CLI-04; RFC 6749 section 5.1 only recommends the field).</summary>
internal sealed class MissingLifetimeIsHandled : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication?.TokenEndpoint is { } endpoint
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "missing-lifetime-is-handled",
                    "A token whose life is not told is used all the same",
                    Demand.Proposal(
                        "authentication.token.expires_in.missing",
                        "The consumer SHOULD go on when a token response does not tell how long the token lives.",
                        endpoint.Location,
                        "CLI-04"
                    ),
                    [TokenWithoutLifetime.Title],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        var storm = ShortTokensCauseNoStorm.Judge(seen, TokenWithoutLifetime.Title);
        return storm is Ruling.Held
            ? GoesOn(
                seen,
                TokenWithoutLifetime.Title,
                "the calls that the client makes ordinarily",
                "assume a lifetime, and renew the token on 401"
            )
            : storm;
    }
}
