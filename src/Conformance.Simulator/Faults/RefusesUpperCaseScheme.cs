using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The scheme is not known in capitals.</summary>
public sealed class RefusesUpperCaseScheme : Fault
{
    /// <inheritdoc />
    public override string Description => "The scheme is not known in capitals.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfScheme(specification);

    /// <inheritdoc />
    internal override AccessDecision AlterAccess(Call call, AccessDecision decision) =>
        decision is AccessDecision.Granted
        && call.Request.Header("Authorization")?.StartsWith("BEARER ", StringComparison.Ordinal) == true
            ? new AccessDecision.Denied(AccessRefusal.Missing, null)
            : decision;
}
