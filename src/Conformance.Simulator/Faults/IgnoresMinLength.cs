using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Texts may be too short.</summary>
public sealed class IgnoresMinLength : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Texts may be too short.";

    private protected override ImmutableArray<string> Keywords => ["minLength"];
}
