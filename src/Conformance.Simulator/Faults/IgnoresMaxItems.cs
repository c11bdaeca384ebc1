using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Arrays may be too long.</summary>
public sealed class IgnoresMaxItems : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Arrays may be too long.";

    private protected override ImmutableArray<string> Keywords => ["maxItems"];
}
