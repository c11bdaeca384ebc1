using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Numbers may have any number of decimals.</summary>
public sealed class IgnoresMultipleOf : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Numbers may have any number of decimals.";

    private protected override ImmutableArray<string> Keywords => ["multipleOf"];
}
