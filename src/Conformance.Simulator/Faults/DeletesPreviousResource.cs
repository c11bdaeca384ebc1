using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>A deletion takes the resource with it that was made before.</summary>
public sealed class DeletesPreviousResource : Fault
{
    /// <inheritdoc />
    public override string Description => "A deletion takes the resource with it that was made before.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Resource? AlterDeleted(Call call, Resource deleted, Resource? kept)
    {
        if (call.All().SkipWhile(r => r.Id != deleted.Id).Skip(1).FirstOrDefault() is { } previous)
        {
            call.World.Resources.Store.Remove(previous);
        }

        return kept;
    }
}
