using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Error bodies lack the message.</summary>
public sealed class OmitsErrorMessage : Fault
{
    /// <inheritdoc />
    public override string Description => "Error bodies lack the message.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Message, "message");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply.WithoutErrorPart(call, r => r.Message);
}
