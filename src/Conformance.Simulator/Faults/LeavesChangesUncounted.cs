using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Operations that move a resource on or remove it take nothing from their limit, and so never meet it.</summary>
public sealed class LeavesChangesUncounted : Fault
{
    /// <inheritdoc />
    public override string Description =>
        "Operations that move a resource on or remove it take nothing from what remains, and are never limited.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        specification.RateLimits?.Algorithm?.Value is "fixed_window"
            ? LimitedChanges.LackOf(specification)
            : "fixed window, so that what remains may move as it likes";

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) =>
        LimitedChanges.IsOne(call.Endpoint)
            ? allowance with
            {
                IsAdmitted = true,
                Remaining = allowance.Limit - 1,
            }
            : allowance;
}
