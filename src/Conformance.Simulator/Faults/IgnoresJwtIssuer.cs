using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Whom a JWT says it is of is not looked at.</summary>
public sealed class IgnoresJwtIssuer : Fault
{
    /// <inheritdoc />
    public override string Description => "Whom a JWT says it is of is not looked at.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfJwts(specification, r => r.Issuer);

    /// <inheritdoc />
    internal override JwtDefects AlterJwtDefects(JwtDefects found) => found & ~JwtDefects.Issuer;
}
