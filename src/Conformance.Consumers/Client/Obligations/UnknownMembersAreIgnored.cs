using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>New members of an answer are ignored (STANDARDS CLI-28): that is how an API grows.</summary>
internal sealed class UnknownMembersAreIgnored : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        [
            Case(
                ScenarioKind.EdgeCases,
                "unknown-members-are-ignored",
                "New members of an answer are ignored",
                Demand.Proposal(
                    "responses.unknown_members",
                    "The consumer SHOULD ignore members of an answer that it does not know.",
                    specification.Endpoints.FirstOrDefault()?.Location ?? SourceLocation.None,
                    "CLI-28"
                ),
                [ExtraMembers.Title],
                seen =>
                    GoesOn(
                        seen,
                        ExtraMembers.Title,
                        "the calls that the client makes ordinarily",
                        "read the members you know, and ignore the others"
                    )
            ),
        ];
}
