using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Tokens that live shorter than the threshold cause no storm of token requests (STANDARDS CLI-03).</summary>
internal sealed class ShortTokensCauseNoStorm : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication?.TokenEndpoint is { } endpoint
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "short-tokens-cause-no-storm",
                    "Tokens that live shorter than the threshold cause no storm of token requests",
                    Demand.Proposal(
                        "token_refresh.storm",
                        "The consumer SHOULD ask for one token at most for each call, however short tokens live.",
                        endpoint.Location,
                        "CLI-03"
                    ),
                    [TokenShortLived.Title],
                    seen => Judge(seen, TokenShortLived.Title)
                ),
            ]
            : [];

    internal static Ruling Judge(Observation seen, string script)
    {
        if (seen.In(script) is not { } trace || !trace.TokenCalls.Any())
        {
            return NotSeen(seen, "the client asked for no token", script);
        }

        var (tokens, calls) = (trace.TokenCalls.Count(), trace.ApiCalls.Count());
        return tokens <= calls + 1
            ? Ruling.Holds
            : Ruling.BrokenBy(
                new(
                    In(trace),
                    "one token request at most for each call",
                    $"{tokens} token requests for {calls} calls",
                    "use a token at least once before the next one is asked for",
                    trace.TokenCalls.Last()
                )
            );
    }
}
