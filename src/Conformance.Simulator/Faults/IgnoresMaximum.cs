using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Numbers may be too large.</summary>
public sealed class IgnoresMaximum : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Numbers may be too large.";

    private protected override ImmutableArray<string> Keywords => ["maximum", "exclusiveMaximum"];
}
