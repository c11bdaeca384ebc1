using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Numbers may be too small.</summary>
public sealed class IgnoresMinimum : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Numbers may be too small.";

    private protected override ImmutableArray<string> Keywords => ["minimum", "exclusiveMinimum"];
}
