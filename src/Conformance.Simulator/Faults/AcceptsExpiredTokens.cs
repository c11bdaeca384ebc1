using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Tokens work for ever.</summary>
public sealed class AcceptsExpiredTokens : Fault
{
    /// <inheritdoc />
    public override string Description => "Tokens work for ever.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfTokenEndpoint(specification);

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Denied { Refusal: AccessRefusal.Expired, Identity: { } identity }
            ? new AccessDecision.Granted(identity)
            : decision;
}
