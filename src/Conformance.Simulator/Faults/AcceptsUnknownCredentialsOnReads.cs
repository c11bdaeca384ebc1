using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that only read take any credential.</summary>
public sealed class AcceptsUnknownCredentialsOnReads : OpenDoor
{
    /// <inheritdoc />
    public override string Description => "Operations that only read take any credential.";

    private protected override bool IsOpen(Call call) => IsRead(call);

    private protected override bool Overlooks(AccessRefusal refusal) => refusal is AccessRefusal.Unknown;
}
