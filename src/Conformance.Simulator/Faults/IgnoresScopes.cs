using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens work without the scope an operation needs.</summary>
public sealed class IgnoresScopes : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens work without the scope an operation needs.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfScopes(specification);

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied { Refusal: AccessRefusal.InsufficientScope, Identity: { } identity }
            ? new AccessDecision.Granted(identity)
            : decision;
}
