using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>All errors carry the same request id.</summary>
public sealed class RepeatsErrorRequestId : Fault
{
    /// <inheritdoc />
    public override string Description => "All errors carry the same request id.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.RequestId, "request id");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeError(
            call,
            r => r.RequestId,
            (body, path) => DottedPath.Set(body, path, "00000000-0000-4000-8000-000000000001")
        );
}
