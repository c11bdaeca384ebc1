using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>A deletion takes the resources with it that were made later.</summary>
public sealed class DeletesNewerResources : Fault
{
    /// <inheritdoc />
    public override string Description => "A deletion takes the resources with it that were made later.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Resource? AlterDeleted(Call call, Resource deleted, Resource? kept)
    {
        foreach (var newer in call.All().TakeWhile(r => r.Id != deleted.Id))
        {
            call.World.Resources.Store.Remove(newer);
        }

        return kept;
    }
}
