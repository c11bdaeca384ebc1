using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Lists and searches show the resources of other clients.</summary>
public sealed class ListsOthersResources : Fault
{
    /// <inheritdoc />
    public override string Description => "Lists and searches show the resources of other clients.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfProtection(specification) ?? Lack.OfOwnership(specification, ResourceAction.List, ResourceAction.Search);

    /// <inheritdoc />
    internal override bool AlterVisibility(Call call, Resource resource, bool isSeen) =>
        isSeen || call.Does(ResourceAction.List) || call.Does(ResourceAction.Search);
}
