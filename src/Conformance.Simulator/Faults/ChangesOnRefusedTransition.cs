using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A refused transition changes the resource all the same.</summary>
public sealed class ChangesOnRefusedTransition : Fault
{
    /// <inheritdoc />
    public override string Description => "A refused transition changes the resource all the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfAction(specification, ResourceAction.Transition);

    /// <inheritdoc />
    internal override bool AlterTransition(Call call, bool isAllowed)
    {
        if (!isAllowed && call.Named() is { } resource)
        {
            call.World.Resources.Store.Put(resource.Counted());
        }

        return isAllowed;
    }
}
