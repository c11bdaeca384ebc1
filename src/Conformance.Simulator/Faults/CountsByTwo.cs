using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>Every request is told to take two from what remains.</summary>
public sealed class CountsByTwo : Fault
{
    /// <inheritdoc />
    public override string Description => "Every request is told to take two from what remains.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) =>
        allowance with
        {
            Remaining = Math.Max(0, allowance.Limit - (2 * (allowance.Limit - allowance.Remaining))),
        };
}
