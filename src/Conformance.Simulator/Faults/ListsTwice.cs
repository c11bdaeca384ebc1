using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Lists show every resource twice.</summary>
public sealed class ListsTwice : Fault
{
    /// <inheritdoc />
    public override string Description => "Lists show every resource twice.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) => [.. found.Concat(found)];
}
