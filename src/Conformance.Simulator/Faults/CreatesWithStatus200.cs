using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Creations answer 200 instead of 201.</summary>
public sealed class CreatesWithStatus200 : Fault
{
    /// <inheritdoc />
    public override string Description => "Creations answer 200 instead of 201.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Status;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.Of(specification, e => e.FindResponse(201) is not null, "operation that answers 201");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status is 201 ? reply with { Status = 200 } : reply;
}
