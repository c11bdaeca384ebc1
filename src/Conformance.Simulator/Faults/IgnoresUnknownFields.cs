using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Fields that are not allowed are taken.</summary>
public sealed class IgnoresUnknownFields : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Fields that are not allowed are taken.";

    private protected override ImmutableArray<string> Keywords => ["additionalProperties"];
}
