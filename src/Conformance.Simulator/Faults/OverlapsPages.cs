using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Pages start one element too early.</summary>
public sealed class OverlapsPages : Fault
{
    /// <inheritdoc />
    public override string Description => "Pages start one element too early.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Page AlterPage(Call call, Page page) => page with { Offset = Math.Max(0, page.Offset - 1) };
}
