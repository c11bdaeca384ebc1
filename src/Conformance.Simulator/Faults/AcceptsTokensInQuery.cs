using Conformance.Simulator.Access;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A valid token in the query string is let in.</summary>
public sealed class AcceptsTokensInQuery : Fault
{
    /// <inheritdoc />
    public override string Description => "A valid token in the query string is let in.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied { Refusal: AccessRefusal.Missing }
        && call
            .Request.Query.Select(q => call.World.Tokens.Find(q.Value))
            .FirstOrDefault(t => t is { IsExpired: false })
            is { } found
            ? new AccessDecision.Granted(found.Identity)
            : decision;
}
