using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>Limited clients are told to wait an hour, however short the window is.</summary>
public sealed class OverstatesRetryAfter : Fault
{
    /// <inheritdoc />
    public override string Description => "Limited clients are told to wait an hour, however short the window is.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) =>
        allowance with
        {
            RetryAfter = allowance.RetryAfter + 3600,
        };
}
