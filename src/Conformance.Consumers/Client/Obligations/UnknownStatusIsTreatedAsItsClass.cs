using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>A status of the 4xx class that nobody knows is treated as 400 (RFC 9110 section 15, STANDARDS CLI-27).</summary>
internal sealed class UnknownStatusIsTreatedAsItsClass : Obligation
{
    // What 400 means is the specification's to say: where it may be repeated, 418 may be too.
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification)
    {
        ErrorCode[] refusals = [.. specification.ErrorCodes.Where(c => c.HttpStatus.Value == 400)];
        return refusals.Length > 0 && refusals.All(c => c.Retry?.Kind is RetryKind.None)
            ?
            [
                Case(
                    ScenarioKind.EdgeCases,
                    "unknown-status-is-treated-as-its-class",
                    "A 4xx status that nobody knows is treated as 400",
                    Demand.Standard(
                        "responses.unknown_status",
                        "The consumer MUST treat an unknown 4xx status as 400, which is not to be repeated here.",
                        refusals[0].RetryStrategy!.Location,
                        "CLI-27",
                        "RFC 9110 section 15"
                    ),
                    [UnknownStatus.Title],
                    seen => RefusalIsNotRepeated.Judge(seen, UnknownStatus.Title)
                ),
            ]
            : [];
    }
}
