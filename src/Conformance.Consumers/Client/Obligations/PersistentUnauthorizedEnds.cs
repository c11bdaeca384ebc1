using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>401 for good ends (STANDARDS CLI-10).</summary>
internal sealed class PersistentUnauthorizedEnds : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from code in specification.ErrorCodes
        where specification.Authentication?.TokenEndpoint is not null
        where code is { HttpStatus.Value: 401, Retry.Kind: RetryKind.OnceAfterRefresh }
        select Case(
            ScenarioKind.AuthRefresh,
            $"persistent-unauthorized-ends/{code.Code.Value}",
            "A call that is refused with 401 again is given up",
            Demand.Contract(
                $"error_codes.{code.Code.Value}.retry_strategy.end",
                $"The consumer MUST give a call up when it is refused with 401 {code.Code.Value} again.",
                code.RetryStrategy!.Location,
                "CLI-10"
            ),
            [UnauthorizedAlways.Title],
            Judge
        );

    private static Ruling Judge(Observation seen)
    {
        LogicalCall[] calls = [.. seen.Provoked(UnauthorizedAlways.Title).Select(p => p.Call).Where(c => c.IsCertain)];
        if (calls.Length == 0)
        {
            return NotSeen(seen, "the client made no call that could be told apart", UnauthorizedAlways.Title);
        }

        var trace = seen.In(UnauthorizedAlways.Title)!;
        return Ruling.By(
            calls
                .Where(c => c.Attempts.Length > 2)
                .Select(c => new Evidence(
                    $"{In(trace)}, {c.First.Line}",
                    "two attempts at most: the call, and one repetition with a new token",
                    $"{c.Attempts.Length} attempts: {Timeline.Of(c.Attempts)}",
                    "count the repetitions, and surface the error after the first",
                    c.Attempts[2]
                ))
        );
    }
}
