using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The window is said to have ended a minute ago.</summary>
public sealed class ResetsInThePast : Fault
{
    /// <inheritdoc />
    public override string Description => "The window is said to have ended a minute ago.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfLimitHeaders(specification)
        ?? (specification.RateLimits!.Headers!.Reset is null ? "header that tells when a window ends" : null);

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) =>
        allowance with
        {
            Reset = allowance.Reset.AddMinutes(-2),
        };
}
