using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A creation is carried out, but its answer never arrives.</summary>
public sealed class CutsConnectionAfterCreation : Fault
{
    /// <inheritdoc />
    public override string Description => "A creation is carried out, but its answer never arrives.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Transport;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(specification, e => e.FindResponse(201) is not null, "operation that answers 201");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 201 ? reply with { IsAborted = true } : reply;
}
