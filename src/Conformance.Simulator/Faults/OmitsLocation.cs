using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Creations do not say where the new resource is.</summary>
public sealed class OmitsLocation : Fault
{
    /// <inheritdoc />
    public override string Description => "Creations do not say where the new resource is.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        Declares.ResponseHeader(specification, "Location") ? null : "No answer declares the header Location.";

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply.Without("Location");
}
