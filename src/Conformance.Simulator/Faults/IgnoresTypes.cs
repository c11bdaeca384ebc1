using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Values of any type are taken.</summary>
public sealed class IgnoresTypes : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Values of any type are taken.";

    private protected override ImmutableArray<string> Keywords => ["type"];
}
