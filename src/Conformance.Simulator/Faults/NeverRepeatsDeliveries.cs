using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Failed deliveries are never repeated.</summary>
public sealed class NeverRepeatsDeliveries : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Failed deliveries are never repeated.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override RetryPlan AlterRetryPlan(RetryPlan plan) => plan with { Waits = plan.Waits[..1] };
}
