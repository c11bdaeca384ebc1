using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>No state of a resource allows a change.</summary>
public sealed class ForbidsTransitions : Fault
{
    /// <inheritdoc />
    public override string Description => "No state of a resource allows a change.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override bool AlterTransition(Call call, bool isAllowed) => false;
}
