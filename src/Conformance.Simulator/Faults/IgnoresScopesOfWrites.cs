using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that change something ask for no scope.</summary>
public sealed class IgnoresScopesOfWrites : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "Operations that change something ask for no scope.";

    private protected override bool IsOpen(Call call) => !IsRead(call);

    private protected override bool Overlooks(AccessRefusal refusal) => refusal is AccessRefusal.InsufficientScope;
}
