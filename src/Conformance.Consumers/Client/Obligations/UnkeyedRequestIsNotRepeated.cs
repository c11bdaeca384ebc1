using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>
/// What may have been carried out already, and would be again, is not repeated by a program (RFC 9110 section 9.2.2,
/// STANDARDS CLI-22).
/// </summary>
internal sealed class UnkeyedRequestIsNotRepeated : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Endpoints.FirstOrDefault(e => e.Method.Value is "POST" or "PATCH") is { } endpoint
            ?
            [
                Case(
                    ScenarioKind.Idempotency,
                    "unkeyed-request-is-not-repeated",
                    "A request that may have had its effect is not repeated without a key",
                    Demand.Recommended(
                        "idempotency.unkeyed",
                        "The consumer SHOULD NOT repeat a request of a non-idempotent method that has no idempotency key.",
                        endpoint.Location,
                        "CLI-22",
                        "RFC 9110 section 9.2.2"
                    ),
                    [ResetAfterProcessing.Title],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        LogicalCall[] calls =
        [
            .. seen.Provoked(ResetAfterProcessing.Title)
                .Select(p => p.Call)
                .Where(c => c.IsCertain && c.First.Key is null && !c.First.IsIdempotent),
        ];
        return calls.Length == 0
            ? new Ruling.DoesNotApply("every request that was cut off was idempotent or had a key")
            : Ruling.By(
                calls
                    .Where(c => c.IsRetried)
                    .Select(c => new Evidence(
                        $"script {ResetAfterProcessing.Title}, {c.First.Line}",
                        "no repetition: the first request was carried out, and the client cannot know",
                        Timeline.Of(c.Attempts),
                        "send an idempotency key, or let a person decide",
                        c.Attempts[1]
                    ))
            );
    }
}
