using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>Three times the published requests are let through.</summary>
public sealed class LimitsTooLate : Fault
{
    /// <inheritdoc />
    public override string Description => "Three times the published requests are let through.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override LimitTerms AlterLimit(Call call, LimitTerms terms) =>
        terms with
        {
            Admitted = terms.Published * 3,
        };
}
