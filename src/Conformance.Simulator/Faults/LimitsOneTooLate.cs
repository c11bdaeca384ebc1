using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>One request more than a window and its burst is let through.</summary>
public sealed class LimitsOneTooLate : Fault
{
    /// <inheritdoc />
    public override string Description => "One request more than a window and its burst is let through.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override LimitTerms AlterLimit(Call call, LimitTerms terms) =>
        terms with
        {
            Admitted = terms.Admitted + 1,
        };
}
