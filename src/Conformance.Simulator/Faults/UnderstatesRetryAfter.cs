using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>Limited clients are told to come back after a second, whatever is left of the window.</summary>
public sealed class UnderstatesRetryAfter : Fault
{
    /// <inheritdoc />
    public override string Description =>
        "Limited clients are told to come back after a second, whatever is left of the window.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) => allowance with { RetryAfter = 1 };
}
