using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Failed deliveries are repeated once more than declared.</summary>
public sealed class RepeatsDeliveriesOnceTooOften : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Failed deliveries are repeated once more than declared.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override RetryPlan AlterRetryPlan(RetryPlan plan) => plan.Extended();
}
