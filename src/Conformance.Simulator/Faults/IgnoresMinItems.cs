using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Arrays may be too short.</summary>
public sealed class IgnoresMinItems : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Arrays may be too short.";

    private protected override ImmutableArray<string> Keywords => ["minItems"];
}
