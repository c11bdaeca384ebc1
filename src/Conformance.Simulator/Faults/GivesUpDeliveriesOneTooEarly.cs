using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Failed deliveries are repeated once less than declared.</summary>
public sealed class GivesUpDeliveriesOneTooEarly : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Failed deliveries are repeated once less than declared.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfRepetition(specification, 3);

    /// <inheritdoc />
    internal override RetryPlan AlterRetryPlan(RetryPlan plan) => plan with { Waits = plan.Waits[..^1] };
}
