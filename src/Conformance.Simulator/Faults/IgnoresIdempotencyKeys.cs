using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;

namespace Conformance.Simulator.Faults;

/// <summary>A repeated key makes a second resource.</summary>
public sealed class IgnoresIdempotencyKeys : Fault
{
    /// <inheritdoc />
    public override string Description => "A repeated key makes a second resource.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override KeyDecision AlterKeyDecision(Call call, KeyDecision decision) => new KeyDecision.Fresh();
}
