using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>What is not to be repeated is not (STANDARDS CLI-11).</summary>
internal sealed class RefusalIsNotRepeated : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from code in specification.ErrorCodes
        where code.Retry?.Kind is RetryKind.None
        let script = ErrorCodeScript.NameFor(specification, code)
        where script is not null
        select Case(
            ScenarioKind.EdgeCases,
            $"refusal-is-not-repeated/{code.Code.Value}",
            $"{code.HttpStatus.Value} {code.Code.Value} is not repeated",
            Demand.Contract(
                $"error_codes.{code.Code.Value}.retry_strategy",
                $"The consumer MUST NOT repeat a request that was refused with {code.Code.Value}.",
                code.RetryStrategy!.Location,
                "CLI-11"
            ),
            [script],
            seen => Judge(seen, script)
        );

    internal static Ruling Judge(Observation seen, string script)
    {
        LogicalCall[] calls = [.. seen.Provoked(script).Select(p => p.Call)];
        if (calls.Length == 0)
        {
            return NotSeen(seen, "the client made no call that could be refused", script);
        }

        LogicalCall[] repeated = [.. calls.Where(c => c.IsRetried)];
        if (repeated.Length > 0 && repeated.All(c => !c.IsCertain))
        {
            return new Ruling.NotProvoked(
                $"{repeated[0].First.Line} came again, but the client makes that very request several times anyway"
            );
        }

        return Ruling.By(
            repeated
                .Where(c => c.IsCertain)
                .Select(c => new Evidence(
                    $"script {script}, {c.First.Line}",
                    "no repetition",
                    Timeline.Of(c.Attempts),
                    "surface this error to the caller instead of trying again",
                    c.Attempts[1]
                ))
        );
    }
}
