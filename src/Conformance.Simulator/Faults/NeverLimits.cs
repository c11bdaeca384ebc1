using Conformance.Simulator.Http;
using Conformance.Simulator.Limits;

namespace Conformance.Simulator.Faults;

/// <summary>No limit is ever enforced.</summary>
public sealed class NeverLimits : Fault
{
    /// <inheritdoc />
    public override string Description => "No limit is ever enforced.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Allowance AlterAllowance(Call call, Allowance allowance) => allowance with { IsAdmitted = true };
}
