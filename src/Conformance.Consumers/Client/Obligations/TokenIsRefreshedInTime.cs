using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A token is renewed in time (STANDARDS CLI-01).</summary>
internal sealed class TokenIsRefreshedInTime : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication is { TokenEndpoint: not null, Refresh.Threshold: { } threshold }
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "token-is-refreshed-in-time",
                    $"A token is renewed {threshold.Value.TotalSeconds:0} s before it expires",
                    Demand.Contract(
                        "token_refresh.threshold_seconds",
                        $"The consumer MUST renew its token {threshold.Value.TotalSeconds:0} s before it expires.",
                        threshold.Location,
                        "CLI-01"
                    ),
                    [TokenExpiring.Title],
                    seen => Judge(seen, threshold.Value)
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen, TimeSpan threshold)
    {
        var trace = seen.In(TokenExpiring.Title);
        if (trace is null || IssuedToken.In(trace).FirstOrDefault() is not { EndsAt: { } end } first)
        {
            return NotSeen(seen, "the client got no token", TokenExpiring.Title);
        }

        // The first answer is held back until the token is under the threshold; what was sent before it is no matter.
        var due = end - threshold + ScriptTimes.Tolerance;
        var answered = trace.ApiCalls.Select(c => c.EndedAt).FirstOrDefault();
        SeenCall[] later = [.. trace.ApiCalls.Where(c => c.At > due && c.At >= answered)];
        return later.Length == 0
            ? NotSeen(seen, "the client made no call after its token came under the threshold", TokenExpiring.Title)
            : Ruling.By(
                later
                    .Where(c => c.Arrival.Credentials.Contains(first.Text))
                    .Select(c => new Evidence(
                        $"{In(trace)}, {c.Line}",
                        $"a token that lives for at least {threshold.TotalSeconds:0} s more",
                        $"the first token, which lived for {(end - c.At).TotalSeconds:0} s more ({first.Lifetime!.Value.TotalSeconds:0} s when it was issued)",
                        "before each call, compare the token's expiry with the clock, and renew it under the threshold",
                        c
                    ))
                    .Take(1)
            );
    }
}
