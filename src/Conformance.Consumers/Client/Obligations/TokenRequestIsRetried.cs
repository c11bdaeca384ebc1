using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A failed token request is repeated as declared (STANDARDS CLI-06).</summary>
internal sealed class TokenRequestIsRetried : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication is { TokenEndpoint: not null, Refresh: { RetryAttempts: { } attempts } refresh }
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "token-request-is-retried",
                    "A failed token request is repeated as declared",
                    Demand.Contract(
                        "token_refresh.retry_attempts",
                        $"The consumer MUST try a failed token request {attempts.Value} times{Every(refresh)}, and no more.",
                        attempts.Location,
                        "CLI-06"
                    ),
                    [TokenEndpointDown.Title],
                    seen => Judge(seen, attempts.Value, refresh.RetryDelay?.Value ?? TimeSpan.Zero)
                ),
            ]
            : [];

    private static string Every(TokenRefresh refresh) =>
        refresh.RetryDelay is { } delay ? $", {delay.Value.TotalSeconds:0} s apart" : "";

    // "3 attempts" may mean three requests, or one and three more: both are accepted. A client that gives up one call
    // and asks again for the next begins anew, so only the first requests are measured.
    private static Ruling Judge(Observation seen, int attempts, TimeSpan delay)
    {
        SeenCall[] calls =
        [
            .. seen.In(TokenEndpointDown.Title)?.TokenCalls.Where(c => c.Intervention is not null) ?? [],
        ];
        if (calls.Length == 0)
        {
            return NotSeen(seen, "the client asked for no token", TokenEndpointDown.Title);
        }

        var trace = seen.In(TokenEndpointDown.Title)!;
        TimeSpan[] pauses = [.. calls.Zip(calls.Skip(1)).Select(p => Timeline.Pause(p.First, p.Second))];
        var least = delay - ScriptTimes.ToleranceOf(delay);
        var tooShort = pauses.Take(attempts - 1).Any(p => p < least);
        var tooMany = calls.Length > attempts + 1 && pauses.All(p => p >= least);
        var tooFew = calls.Length < attempts;
        if (tooFew && trace.End?.IsByItself is not true)
        {
            return NotSeen(seen, $"only {calls.Length} token requests were seen", TokenEndpointDown.Title);
        }

        return tooShort || tooMany || tooFew
            ? Ruling.BrokenBy(
                new(
                    In(trace),
                    $"{attempts} token requests (or 1 and {attempts} more), {delay.TotalSeconds:0} s apart, then none",
                    $"{calls.Length} token requests{(pauses.Length == 0 ? "" : $", with pauses of {Told(pauses)}")}; then {trace.EndText}",
                    "repeat a token request that failed with 5xx as token_refresh says",
                    calls[^1]
                )
            )
            : Ruling.Holds;
    }
}
