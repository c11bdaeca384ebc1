using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>Only half of the published requests are let through.</summary>
public sealed class LimitsTooEarly : Fault
{
    /// <inheritdoc />
    public override string Description => "Only half of the published requests are let through.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override LimitTerms AlterLimit(Call call, LimitTerms terms) =>
        terms with
        {
            Admitted = Math.Max(1, terms.Published / 2),
        };
}
