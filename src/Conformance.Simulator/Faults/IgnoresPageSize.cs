using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Pages are as long as the list.</summary>
public sealed class IgnoresPageSize : Fault
{
    /// <inheritdoc />
    public override string Description => "Pages are as long as the list.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Page AlterPage(Call call, Page page) => page with { Size = int.MaxValue };
}
