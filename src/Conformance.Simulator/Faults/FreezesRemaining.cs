using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The remaining requests never become fewer.</summary>
public sealed class FreezesRemaining : Fault
{
    /// <inheritdoc />
    public override string Description => "The remaining requests never become fewer.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfLimitHeaders(specification);

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) =>
        allowance with
        {
            Remaining = allowance.Limit - 1,
        };
}
