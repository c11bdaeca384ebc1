using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Searches find everything.</summary>
public sealed class SearchesWithoutFilter : Fault
{
    /// <inheritdoc />
    public override string Description => "Searches find everything.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) => all;
}
