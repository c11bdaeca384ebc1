using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Repetitions end (STANDARDS CLI-17). "3 attempts" may mean three requests, or one and three more.</summary>
internal sealed class AttemptsAreBounded : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from code in specification.ErrorCodes
        where code.Retry is { Kind: RetryKind.Backoff, MaxAttempts: not null }
        let script = ErrorCodeScript.NameFor(specification, code)
        where script is not null
        let most = code.Retry!.MaxAttempts!.Value
        select Case(
            ScenarioKind.EdgeCases,
            $"attempts-are-bounded/{code.Code.Value}",
            $"{code.HttpStatus.Value} {code.Code.Value} is tried {most} times at most",
            Demand.Contract(
                $"error_codes.{code.Code.Value}.retry_strategy.max_attempts",
                $"The consumer MUST give up after {most} attempts when {code.Code.Value} persists.",
                code.RetryStrategy!.Location,
                "CLI-17"
            ),
            [script],
            seen => Judge(seen, script, most)
        );

    private static Ruling Judge(Observation seen, string script, int most)
    {
        LogicalCall[] calls = [.. seen.Provoked(script).Select(p => p.Call).Where(c => c.IsCertain)];
        if (calls.All(c => !c.IsRetried))
        {
            return NotSeen(seen, "the client repeated no request that failed", script);
        }

        return Ruling.By(
            calls
                .Where(c => c.Attempts.Length > most + 1)
                .Select(c => new Evidence(
                    $"script {script}, {c.First.Line}",
                    $"{most} attempts at most (or 1 and {most} more)",
                    $"{c.Attempts.Length} attempts: {Timeline.Of(c.Attempts)}",
                    "count the attempts, and surface the error after the last one",
                    c.Attempts[most + 1]
                ))
        );
    }
}
