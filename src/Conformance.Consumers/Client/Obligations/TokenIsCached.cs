using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Tokens are kept (STANDARDS CLI-02): a new one is asked for when the old one ends, not for each call.</summary>
internal sealed class TokenIsCached : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification)
    {
        if (specification.Authentication is not { TokenEndpoint: { } endpoint } authentication)
        {
            return [];
        }

        var said = authentication.SecurityRequirements.FirstOrDefault(r =>
            r.Value.Contains("cach", StringComparison.OrdinalIgnoreCase)
        );
        const string statement = "The consumer MUST keep a token and use it for its calls until it is about to expire.";
        var requirement = said is null
            ? Demand.Proposal("authentication.token.cached", statement, endpoint.Location, "CLI-02")
            : Demand.Contract("authentication.token.cached", statement, said.Location, "CLI-02");
        return
        [
            Case(
                ScenarioKind.AuthRefresh,
                "token-is-cached",
                "A token serves many calls",
                requirement,
                [Ordinary.Title],
                Judge
            ),
        ];
    }

    private static Ruling Judge(Observation seen)
    {
        var trace = seen.Traces[0];
        var tokens = IssuedToken.In(trace);
        if (tokens.IsEmpty || trace.ApiCalls.Count() < 2)
        {
            return NotSeen(seen, "the client made fewer than two calls with a token", Ordinary.Title);
        }

        // Several at once are a matter of another obligation: here, each was asked for though a good one was there.
        SeenCall[] needless =
        [
            .. tokens
                .Skip(1)
                .Select(t => t.Call)
                .Where(c => tokens.Any(t => t.At < c.At && !IsNearItsEnd(t, c.At, seen))),
        ];
        return needless.Length == 0
            ? Ruling.Holds
            : Ruling.BrokenBy(
                new(
                    In(trace),
                    "one token request",
                    $"{tokens.Length} token requests for {trace.ApiCalls.Count()} calls, while the first token was good for {Told([tokens[0].Lifetime ?? TimeSpan.Zero])}",
                    "keep the token with its expiry and share it between calls",
                    needless[0]
                )
            );
    }

    private static bool IsNearItsEnd(IssuedToken token, DateTimeOffset at, Observation seen)
    {
        var threshold = seen.Specification.Authentication?.Refresh?.Threshold?.Value ?? TimeSpan.FromMinutes(1);
        return token.EndsAt is { } end && end - at <= threshold + ScriptTimes.ToleranceOf(threshold);
    }
}
