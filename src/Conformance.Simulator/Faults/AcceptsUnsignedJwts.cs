using Conformance.Simulator.Access;

namespace Conformance.Simulator.Faults;

/// <summary>A JWT of algorithm none is believed.</summary>
public sealed class AcceptsUnsignedJwts : Fault
{
    /// <inheritdoc />
    public override string Description => "A JWT of algorithm none is believed.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override JwtDefects AlterJwtDefects(JwtDefects found) => found & ~JwtDefects.Unsigned;
}
