using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Bodies that are not JSON are taken for an empty object.</summary>
public sealed class AcceptsMalformedJson : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Bodies that are not JSON are taken for an empty object.";

    private protected override ImmutableArray<string> Keywords => ["json"];
}
