using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Receivers are given only a third of the declared time to answer.</summary>
public sealed class GivesUpWaitingForReceivers : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Receivers are given only a third of the declared time to answer.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfPatience(specification);

    /// <inheritdoc />
    internal override RetryPlan AlterRetryPlan(RetryPlan plan) => plan with { Patience = plan.Patience / 3 };
}
