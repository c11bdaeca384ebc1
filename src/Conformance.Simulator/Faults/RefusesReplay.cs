using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;

namespace Conformance.Simulator.Faults;

/// <summary>The same request again is refused as a conflict.</summary>
public sealed class RefusesReplay : Fault
{
    /// <inheritdoc />
    public override string Description => "The same request again is refused as a conflict.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override KeyDecision AlterKeyDecision(Call call, KeyDecision decision) =>
        decision is KeyDecision.Replay(var original) ? new KeyDecision.Mismatch(original) : decision;
}
