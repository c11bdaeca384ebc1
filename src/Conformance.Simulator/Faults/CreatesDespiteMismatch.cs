using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;

namespace Conformance.Simulator.Faults;

/// <summary>Another payload under a used key is refused, but makes a resource all the same.</summary>
public sealed class CreatesDespiteMismatch : Fault
{
    /// <inheritdoc />
    public override string Description =>
        "Another payload under a used key is refused, but makes a resource all the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override KeyDecision AlterKeyDecision(Call call, KeyDecision decision)
    {
        if (decision is KeyDecision.Mismatch)
        {
            call.CreateSecretly();
        }

        return decision;
    }
}
