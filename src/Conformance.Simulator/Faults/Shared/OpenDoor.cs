using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>A fault that guards some operations and forgot others.</summary>
public abstract class OpenDoor : Fault
{
    private protected OpenDoor() { }

    /// <inheritdoc />
    public sealed override FaultArea Area => FaultArea.Authentication;

    /// <summary>Whether the operation was forgotten.</summary>
    private protected abstract bool IsOpen(Call call);

    /// <summary>Whether this refusal is overlooked there.</summary>
    private protected virtual bool Overlooks(AccessRefusal refusal) => refusal is not AccessRefusal.InsufficientScope;

    /// <inheritdoc />
    internal sealed override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied denied && Overlooks(denied.Refusal) && IsOpen(call)
            ? new AccessDecision.Granted(denied.Identity ?? new Identity("nobody", null))
            : decision;

    /// <summary>Whether the operation is the last protected one of the specification.</summary>
    private protected static bool IsLast(Call call) =>
        call.World.Specification.Endpoints.Last(e => !e.IsPublic).OperationId.Value == call.Endpoint!.OperationId.Value;

    /// <summary>Whether the operation only reads.</summary>
    private protected static bool IsRead(Call call) => call.Endpoint!.Method.Value is "GET";
}
