using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>401 is met by one new token and one repetition (STANDARDS CLI-09).</summary>
internal sealed class UnauthorizedIsRefreshedOnce : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from code in specification.ErrorCodes
        where specification.Authentication?.TokenEndpoint is not null
        where code is { HttpStatus.Value: 401, Retry.Kind: RetryKind.OnceAfterRefresh }
        select Case(
            ScenarioKind.AuthRefresh,
            $"unauthorized-is-refreshed-once/{code.Code.Value}",
            "401 is met by a new token and one repetition",
            Demand.Contract(
                $"error_codes.{code.Code.Value}.retry_strategy",
                $"The consumer MUST meet 401 {code.Code.Value} by a new token and one repetition with it.",
                code.RetryStrategy!.Location,
                "CLI-09"
            ),
            [UnauthorizedOnce.Title],
            Judge
        );

    private static Ruling Judge(Observation seen)
    {
        if (seen.Provoked(UnauthorizedOnce.Title).Select(p => p.Call).FirstOrDefault() is not { } call)
        {
            return NotSeen(seen, "the client made no call with a token", UnauthorizedOnce.Title);
        }

        var trace = seen.In(UnauthorizedOnce.Title)!;
        var refusal = call.First;
        var token = refusal.Arrival.Credentials[0];
        var isRenewed = trace.TokenCalls.Any(c => c.At >= refusal.At);
        var again = call.Retries.FirstOrDefault();
        var problem =
            again?.Arrival.Credentials.Contains(token) is true ? "the refused token was sent again"
            : !isRenewed && trace.End?.IsByItself is true ? "no new token was asked for"
            : again is null && trace.End?.IsByItself is true ? "the call was not repeated"
            : null;
        if (problem is null && again is null)
        {
            return NotSeen(seen, "the client did not repeat the call while it was watched", UnauthorizedOnce.Title);
        }

        return problem is null
            ? Ruling.Holds
            : Ruling.BrokenBy(
                new(
                    $"{In(trace)}, {refusal.Line}",
                    "a token request, then the same call with the new token",
                    $"{problem}: {Timeline.Of([.. trace.Calls.Where(c => c.At >= refusal.At)])}; then {trace.EndText}",
                    "on 401, forget the token, ask for a new one, and repeat the call once",
                    again ?? refusal
                )
            );
    }
}
