using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A client can change and remove the resources of other clients.</summary>
public sealed class ChangesOthersResources : Fault
{
    /// <inheritdoc />
    public override string Description => "A client can change and remove the resources of other clients.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfProtection(specification)
        ?? Lack.OfOwnership(specification, ResourceAction.Update, ResourceAction.Transition, ResourceAction.Delete);

    /// <inheritdoc />
    internal override bool AlterVisibility(Call call, Resource resource, bool isSeen) =>
        isSeen
        || call.Does(ResourceAction.Update)
        || call.Does(ResourceAction.Transition)
        || call.Does(ResourceAction.Delete);
}
