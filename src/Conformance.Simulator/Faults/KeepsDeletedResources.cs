using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Deletions are confirmed, but the resource stays.</summary>
public sealed class KeepsDeletedResources : Fault
{
    /// <inheritdoc />
    public override string Description => "Deletions are confirmed, but the resource stays.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Resource? AlterDeleted(Call call, Resource deleted, Resource? kept) => deleted;
}
