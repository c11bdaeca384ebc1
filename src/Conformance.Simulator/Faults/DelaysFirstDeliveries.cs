using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Events are delivered two minutes after they have happened.</summary>
public sealed class DelaysFirstDeliveries : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Events are delivered two minutes after they have happened.";

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        specification.Webhooks?.Retry?.Schedule.FirstOrDefault()?.Value == TimeSpan.Zero
            ? null
            : "Nothing says when the first attempt is made.";

    /// <inheritdoc />
    internal override RetryPlan AlterRetryPlan(RetryPlan plan) =>
        plan with
        {
            Waits = plan.Waits.SetItem(0, plan.Waits[0] + TimeSpan.FromMinutes(2)),
        };
}
