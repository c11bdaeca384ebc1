using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>The declared burst is not granted.</summary>
public sealed class WithholdsBurst : Fault
{
    /// <inheritdoc />
    public override string Description => "The declared burst is not granted.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override LimitTerms AlterLimit(Call call, LimitTerms terms) => terms with { Admitted = terms.Published };
}
