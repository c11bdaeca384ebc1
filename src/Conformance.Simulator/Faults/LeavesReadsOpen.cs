using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that only read are not guarded.</summary>
public sealed class LeavesReadsOpen : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "Operations that only read are not guarded.";

    private protected override bool IsOpen(Call call) => IsRead(call);
}
