using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Requests without credentials are let in.</summary>
public sealed class AcceptsMissingCredentials : Fault
{
    /// <inheritdoc />
    public override string Description => "Requests without credentials are let in.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied { Refusal: AccessRefusal.Missing }
            ? new AccessDecision.Granted(new Identity("nobody", null))
            : decision;
}
