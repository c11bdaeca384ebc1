using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Failed deliveries are repeated after three times the declared times.</summary>
public sealed class RepeatsDeliveriesTooSlowly : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Failed deliveries are repeated after three times the declared times.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override RetryPlan AlterRetryPlan(RetryPlan plan) => plan.Scaled(3);
}
