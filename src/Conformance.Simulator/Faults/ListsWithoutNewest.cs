using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Lists lack the newest resource.</summary>
public sealed class ListsWithoutNewest : Fault
{
    /// <inheritdoc />
    public override string Description => "Lists lack the newest resource.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) => [.. found.Skip(1)];
}
