using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A server that is unavailable is left alone as long as it says (STANDARDS CLI-18).</summary>
internal sealed class UnavailableRetryAfterIsHonoured : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        from code in specification.ErrorCodes
        where code is { HttpStatus.Value: 503, Retry.Kind: RetryKind.Backoff }
        select Case(
            ScenarioKind.EdgeCases,
            $"unavailable-retry-after-is-honoured/{code.Code.Value}",
            "A 503 that says how long to wait is heeded",
            Demand.Advice(
                $"error_codes.{code.Code.Value}.retry_after",
                $"The consumer SHOULD wait as long as Retry-After says after {code.Code.Value}.",
                code.RetryStrategy!.Location,
                "CLI-18"
            ),
            [UnavailableRetryAfter.Title],
            seen => RetryAfterWait.Judge(seen, UnavailableRetryAfter.Title)
        );
}
