using System.Collections.Immutable;
using Conformance.Simulator.Faults.Shared;

namespace Conformance.Simulator.Faults;

/// <summary>Bodies of any content type are taken.</summary>
public sealed class AcceptsAnyContentType : ValidationHole
{
    /// <inheritdoc />
    public override string Description => "Bodies of any content type are taken.";

    private protected override ImmutableArray<string> Keywords => ["content-type"];
}
