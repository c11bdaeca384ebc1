using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>A fault that takes something for a credential that is none.</summary>
public abstract class LeakyGate : Fault
{
    private protected LeakyGate() { }

    /// <inheritdoc />
    public sealed override FaultArea Area => FaultArea.Authentication;

    /// <summary>What is taken for credentials, the best first.</summary>
    private protected abstract IEnumerable<string> Mistaken(Call call);

    /// <inheritdoc />
    internal sealed override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied { Refusal: AccessRefusal.Missing or AccessRefusal.Unknown }
            ? Mistaken(call)
                .Select(c => call.World.Gatekeeper.DecideCredential(call.Endpoint!, c))
                .FirstOrDefault(d => d is AccessDecision.Granted, decision)
            : decision;

    /// <summary>What stands in the header for credentials, with its scheme and without.</summary>
    private protected static IEnumerable<string> Written(Call call) =>
        call.World.Gatekeeper.CredentialHeader is { } header
            ? call.Request.HeaderValues(header).SelectMany(v => v.Split(' ').Append(v)).Where(w => w.Length > 0)
            : [];

    /// <summary>The issued credentials that something written is like.</summary>
    private protected static IEnumerable<string> IssuedLike(Call call, Func<string, string, bool> isLike) =>
        Written(call).SelectMany(w => call.World.Gatekeeper.Issued.Where(i => isLike(i, w)));
}
