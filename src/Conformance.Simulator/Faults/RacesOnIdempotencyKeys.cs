using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;

namespace Conformance.Simulator.Faults;

/// <summary>Simultaneous requests with one key make several resources.</summary>
public sealed class RacesOnIdempotencyKeys : Fault
{
    /// <inheritdoc />
    public override string Description => "Simultaneous requests with one key make several resources.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override KeyDecision AlterKeyDecision(Call call, KeyDecision decision) =>
        decision is KeyDecision.InFlight ? new KeyDecision.Fresh() : decision;

    /// <inheritdoc />
    internal override TimeSpan AlterExecutionTime(Call call, TimeSpan delay) =>
        call.Endpoint?.Idempotency is null ? delay : TimeSpan.FromMilliseconds(50);
}
