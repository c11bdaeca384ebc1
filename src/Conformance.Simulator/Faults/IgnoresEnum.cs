using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Values need not be on the list.</summary>
public sealed class IgnoresEnum : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Values need not be on the list.";

    private protected override ImmutableArray<string> Keywords => ["enum", "const"];
}
