using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Pages after the first start one element too late.</summary>
public sealed class SkipsBetweenPages : Fault
{
    /// <inheritdoc />
    public override string Description => "Pages after the first start one element too late.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Page AlterPage(Call call, Page page) =>
        page.Offset == 0 ? page : page with { Offset = page.Offset + 1 };
}
