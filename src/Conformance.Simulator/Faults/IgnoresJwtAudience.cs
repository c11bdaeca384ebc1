using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Whom a JWT is meant for is not looked at.</summary>
public sealed class IgnoresJwtAudience : Fault
{
    /// <inheritdoc />
    public override string Description => "Whom a JWT is meant for is not looked at.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfJwts(specification, r => r.Audience);

    /// <inheritdoc />
    internal override JwtDefects AlterJwtDefects(JwtDefects found) => found & ~JwtDefects.Audience;
}
