using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;

namespace Conformance.Simulator.Faults;

/// <summary>Another payload under a used key gets the old answer.</summary>
public sealed class AnswersMismatchWithOriginal : Fault
{
    /// <inheritdoc />
    public override string Description => "Another payload under a used key gets the old answer.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override KeyDecision AlterKeyDecision(Call call, KeyDecision decision) =>
        decision is KeyDecision.Mismatch(var original) ? new KeyDecision.Replay(original) : decision;
}
