using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Texts need not match their pattern.</summary>
public sealed class IgnoresPattern : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Texts need not match their pattern.";

    private protected override ImmutableArray<string> Keywords => ["pattern"];
}
