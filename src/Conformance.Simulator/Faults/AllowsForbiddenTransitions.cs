using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>No state of a resource forbids a change.</summary>
public sealed class AllowsForbiddenTransitions : Fault
{
    /// <inheritdoc />
    public override string Description => "No state of a resource forbids a change.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override bool AlterTransition(Call call, bool isAllowed) => true;
}
