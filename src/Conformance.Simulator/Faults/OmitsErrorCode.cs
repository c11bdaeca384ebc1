using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Error bodies lack the error code.</summary>
public sealed class OmitsErrorCode : Fault
{
    /// <inheritdoc />
    public override string Description => "Error bodies lack the error code.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Code, "code");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply.WithoutErrorPart(call, r => r.Code);
}
