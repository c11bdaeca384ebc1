using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Unknown members of a token response are ignored (RFC 6749 section 5.1, STANDARDS CLI-08).</summary>
internal sealed class UnknownTokenMembersAreIgnored : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication?.TokenEndpoint is { } endpoint
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "unknown-token-members-are-ignored",
                    "Unknown members of a token response are ignored",
                    Demand.Standard(
                        "authentication.token.unknown_members",
                        "The consumer MUST ignore members of a token response that it does not know.",
                        endpoint.Location,
                        "CLI-08",
                        "RFC 6749 section 5.1"
                    ),
                    [TokenExtraMembers.Title],
                    seen =>
                        GoesOn(
                            seen,
                            TokenExtraMembers.Title,
                            "the calls that the client makes ordinarily",
                            "read the members you know, and ignore the others"
                        )
                ),
            ]
            : [];
}
