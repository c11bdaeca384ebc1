using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>The window lasts ten times as long as it is said to.</summary>
public sealed class StretchesWindow : Fault
{
    /// <inheritdoc />
    public override string Description => "The window lasts ten times as long as it is said to.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override LimitTerms AlterLimit(Call call, LimitTerms terms) => terms with { Window = terms.Window * 10 };
}
