using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Creations are confirmed, but nothing is kept.</summary>
public sealed class LosesNewResources : Fault
{
    /// <inheritdoc />
    public override string Description => "Creations are confirmed, but nothing is kept.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Resource? AlterStored(Call call, Resource? resource) =>
        call.Endpoint?.Resource?.Action is ResourceAction.Create ? null : resource;
}
