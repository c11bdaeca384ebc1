using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Texts may be too long.</summary>
public sealed class IgnoresMaxLength : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Texts may be too long.";

    private protected override ImmutableArray<string> Keywords => ["maxLength"];
}
