using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that move a resource on or remove it are counted, but never limited.</summary>
public sealed class NeverLimitsChanges : Fault
{
    /// <inheritdoc />
    public override string Description => "Operations that move a resource on or remove it are never limited.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => LimitedChanges.LackOf(specification);

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) =>
        LimitedChanges.IsOne(call.Endpoint) ? allowance with { IsAdmitted = true } : allowance;
}
