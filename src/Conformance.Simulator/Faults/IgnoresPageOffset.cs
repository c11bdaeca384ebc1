using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Every page is the first one.</summary>
public sealed class IgnoresPageOffset : Fault
{
    /// <inheritdoc />
    public override string Description => "Every page is the first one.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Page AlterPage(Call call, Page page) => page with { Offset = 0 };
}
