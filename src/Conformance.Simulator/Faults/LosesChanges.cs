using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Changes are confirmed, but the resource stays as it was.</summary>
public sealed class LosesChanges : Fault
{
    /// <inheritdoc />
    public override string Description => "Changes are confirmed, but the resource stays as it was.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Update, ResourceAction.Transition);

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource) =>
        call.Endpoint?.Resource?.Action is ResourceAction.Create || resource is null
            ? resource
            : call.World.Resources.Store.Find(resource.Type, resource.Id, resource.Owner);
}
