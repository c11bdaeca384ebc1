using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>One operation, the last of the specification, is not guarded.</summary>
public sealed class LeavesLastOperationOpen : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "One operation, the last of the specification, is not guarded.";

    private protected override bool IsOpen(Call call) => IsLast(call);
}
