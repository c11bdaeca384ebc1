using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>One request less than published is let through.</summary>
public sealed class LimitsOneTooEarly : Fault
{
    /// <inheritdoc />
    public override string Description => "One request less than published is let through.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override LimitTerms AlterLimit(Call call, LimitTerms terms) =>
        terms with
        {
            Admitted = Math.Max(1, terms.Published - 1),
        };
}
