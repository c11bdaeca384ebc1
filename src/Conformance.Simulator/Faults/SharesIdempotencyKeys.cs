using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Clients see the answers to other clients' keys.</summary>
public sealed class SharesIdempotencyKeys : Fault
{
    /// <inheritdoc />
    public override string Description => "Clients see the answers to other clients' keys.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override string AlterKey(Call call, string scopedKey) =>
        scopedKey.Replace(call.Client, "everybody", StringComparison.Ordinal);
}
