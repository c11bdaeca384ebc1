using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Arrays may hold an element twice.</summary>
public sealed class IgnoresUniqueItems : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Arrays may hold an element twice.";

    private protected override ImmutableArray<string> Keywords => ["uniqueItems"];
}
