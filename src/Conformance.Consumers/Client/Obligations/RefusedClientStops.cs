using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Credentials that were refused are not tried again (STANDARDS CLI-07): a provider may lock the client out.</summary>
internal sealed class RefusedClientStops : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication?.TokenEndpoint is { } endpoint
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "refused-client-stops",
                    "Credentials that were refused are not tried again",
                    Demand.Proposal(
                        "authentication.token.invalid_client",
                        "The consumer SHOULD NOT ask for tokens again with credentials that were refused.",
                        endpoint.Location,
                        "CLI-07"
                    ),
                    [TokenClientRefused.Title],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        SeenCall[] calls = [.. seen.In(TokenClientRefused.Title)?.TokenCalls ?? []];
        return calls.Length switch
        {
            0 => NotSeen(seen, "the client asked for no token", TokenClientRefused.Title),
            1 => Ruling.Holds,
            _ => Ruling.BrokenBy(
                new(
                    $"script {TokenClientRefused.Title}",
                    "one token request, for the answer was 401 invalid_client",
                    Timeline.Of(calls),
                    "repeat token requests on 5xx and broken connections only",
                    calls[1]
                )
            ),
        };
    }
}
