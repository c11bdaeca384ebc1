using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Any credential is let in, issued or not.</summary>
public sealed class AcceptsUnknownCredentials : Fault
{
    /// <inheritdoc />
    public override string Description => "Any credential is let in, issued or not.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied { Refusal: AccessRefusal.Unknown }
            ? new AccessDecision.Granted(new Identity("nobody", null))
            : decision;
}
