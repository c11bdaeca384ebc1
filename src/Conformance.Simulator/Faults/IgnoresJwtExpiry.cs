using Conformance.Simulator.Access;

namespace Conformance.Simulator.Faults;

/// <summary>The end of a JWT is not looked at.</summary>
public sealed class IgnoresJwtExpiry : Fault
{
    /// <inheritdoc />
    public override string Description => "The end of a JWT is not looked at.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override JwtDefects AlterJwtDefects(JwtDefects found) => found & ~JwtDefects.Expired;
}
