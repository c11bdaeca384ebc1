using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The scheme is only known in the case it is documented in.</summary>
public sealed class RefusesLowerCaseScheme : Fault
{
    /// <inheritdoc />
    public override string Description => "The scheme is only known in the case it is documented in.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfScheme(specification);

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Granted
        && call.Request.Header("Authorization") is { } header
        && header.StartsWith("bearer ", StringComparison.Ordinal)
            ? new AccessDecision.Denied(AccessRefusal.Missing, null)
            : decision;
}
