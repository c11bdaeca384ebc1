using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that change something are not guarded.</summary>
public sealed class LeavesWritesOpen : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "Operations that change something are not guarded.";

    private protected override bool IsOpen(Call call) => !IsRead(call);
}
