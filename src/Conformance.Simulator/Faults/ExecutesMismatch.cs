using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;

namespace Conformance.Simulator.Faults;

/// <summary>Another payload under a used key makes a second resource.</summary>
public sealed class ExecutesMismatch : Fault
{
    /// <inheritdoc />
    public override string Description => "Another payload under a used key makes a second resource.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override KeyDecision AlterKeyDecision(Call call, KeyDecision decision) =>
        decision is KeyDecision.Mismatch ? new KeyDecision.Fresh() : decision;
}
