using Conformance.Simulator.Access;

namespace Conformance.Simulator.Faults;

/// <summary>What a JWT demands to be understood is not looked at.</summary>
public sealed class IgnoresJwtExtensions : Fault
{
    /// <inheritdoc />
    public override string Description => "What a JWT demands to be understood is not looked at.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override JwtDefects AlterJwtDefects(JwtDefects found) => found & ~JwtDefects.Extension;
}
