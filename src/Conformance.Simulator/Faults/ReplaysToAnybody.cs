using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Whoever knows a key is shown what it made, without credentials or with the wrong ones.</summary>
public sealed class ReplaysToAnybody : Fault
{
    /// <inheritdoc />
    public override string Description =>
        "Whoever knows a key is shown what it made, without credentials or with the wrong ones.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Idempotency;

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied
        && call.Endpoint?.Idempotency is { } rules
        && call.Request.Header(rules.Header.Value) is { Length: > 0 } key
        && call.World.Keys.IsKnown(key)
            ? new AccessDecision.Granted(new Identity(SimulatorCredentials.Default.ClientId, null))
            : decision;
}
