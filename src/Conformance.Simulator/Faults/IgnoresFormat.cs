using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Texts need not have their format.</summary>
public sealed class IgnoresFormat : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Texts need not have their format.";

    private protected override ImmutableArray<string> Keywords => ["format"];
}
