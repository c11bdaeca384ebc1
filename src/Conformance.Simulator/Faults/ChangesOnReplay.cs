using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A replay changes the resource that it shows.</summary>
public sealed class ChangesOnReplay : Fault
{
    /// <inheritdoc />
    public override string Description => "A replay changes the resource that it shows.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override Reply AlterReplay(Call call, Reply original, Reply reply)
    {
        if (call.All().FirstOrDefault(r => r.Id == original.ResourceId) is { } replayed)
        {
            call.World.Resources.Store.Put(replayed.Counted());
        }

        return reply;
    }
}
