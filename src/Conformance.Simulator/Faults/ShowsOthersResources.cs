using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A client can read the resources of other clients.</summary>
public sealed class ShowsOthersResources : Fault
{
    /// <inheritdoc />
    public override string Description => "A client can read the resources of other clients.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfProtection(specification) ?? Lack.OfOwnership(specification, ResourceAction.Read);

    /// <inheritdoc />
    internal override bool AlterVisibility(Call call, Resource resource, bool isSeen) =>
        isSeen || call.Does(ResourceAction.Read);
}
