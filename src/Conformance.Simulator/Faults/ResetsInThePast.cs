using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>The window is said to have ended a minute ago.</summary>
public sealed class ResetsInThePast : Fault
{
    /// <inheritdoc />
    public override string Description => "The window is said to have ended a minute ago.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) =>
        allowance with
        {
            Reset = allowance.Reset.AddMinutes(-2),
        };
}
