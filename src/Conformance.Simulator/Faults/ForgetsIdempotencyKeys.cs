using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Keys are forgotten after a second.</summary>
public sealed class ForgetsIdempotencyKeys : Fault
{
    /// <inheritdoc />
    public override string Description => "Keys are forgotten after a second.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override string AlterKey(Call call, string scopedKey) =>
        $"{call.World.Clock.GetUtcNow().ToUnixTimeSeconds()}\n{scopedKey}";
}
