using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Errors carry a code that is not in the catalogue.</summary>
public sealed class InventsErrorCodes : Fault
{
    /// <inheritdoc />
    public override string Description => "Errors carry a code that is not in the catalogue.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Code, "code");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeError(call, r => r.Code, (body, path) => DottedPath.Set(body, path, "E-1001"));
}
