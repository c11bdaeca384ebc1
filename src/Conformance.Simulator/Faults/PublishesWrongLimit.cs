using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The limit header says twice the published limit.</summary>
public sealed class PublishesWrongLimit : Fault
{
    /// <inheritdoc />
    public override string Description => "The limit header says twice the published limit.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => Lack.OfLimitHeaders(specification);

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) =>
        allowance with
        {
            Limit = allowance.Limit * 2,
        };
}
