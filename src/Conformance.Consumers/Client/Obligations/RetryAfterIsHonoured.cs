using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A wait that is told in seconds is kept (STANDARDS CLI-13).</summary>
internal sealed class RetryAfterIsHonoured : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from code in specification.ErrorCodes
        where code.Retry?.Kind is RetryKind.AfterHeader
        let script = ErrorCodeScript.NameFor(specification, code)
        where script is not null
        select Case(
            code.HttpStatus.Value is 429 ? ScenarioKind.RateLimit : ScenarioKind.EdgeCases,
            $"retry-after-is-honoured/{code.Code.Value}",
            $"After {code.HttpStatus.Value} {code.Code.Value} the client waits as long as it is told",
            Demand.Contract(
                $"error_codes.{code.Code.Value}.retry_strategy",
                $"The consumer MUST wait as long as Retry-After says after {code.Code.Value}.",
                code.RetryStrategy!.Location,
                "CLI-13"
            ),
            [script],
            seen => RetryAfterWait.Judge(seen, script)
        );
}
