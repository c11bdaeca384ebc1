using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Validation errors do not say which field is wrong.</summary>
public sealed class OmitsErrorDetails : Fault
{
    /// <inheritdoc />
    public override string Description => "Validation errors do not say which field is wrong.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Details, "list of offending fields");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply.WithoutErrorPart(call, r => r.Details);
}
