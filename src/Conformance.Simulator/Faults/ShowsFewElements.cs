using Conformance.Simulator.Http;
using Conformance.Simulator.Resources;

namespace Conformance.Simulator.Faults;

/// <summary>Pages have three elements at most, whatever is asked for.</summary>
public sealed class ShowsFewElements : Fault
{
    private const int Most = 3;

    /// <inheritdoc />
    public override string Description => "Pages have three elements at most, whatever is asked for.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    internal override Page AlterPage(Call call, Page page) => page with { Size = Math.Min(page.Size, Most) };
}
