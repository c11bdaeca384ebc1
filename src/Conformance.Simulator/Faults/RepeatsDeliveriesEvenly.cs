using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Failed deliveries are repeated after the shortest of the declared times, always.</summary>
public sealed class RepeatsDeliveriesEvenly : WebhookFault
{
    /// <inheritdoc />
    public override string Description =>
        "Failed deliveries are repeated after the shortest of the declared times, always.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfRepetition(specification, 3);

    /// <inheritdoc />
    internal override RetryPlan AlterRetryPlan(RetryPlan plan) =>
        plan with
        {
            Waits = [.. plan.Waits.Select((w, i) => i == 0 ? w : plan.Waits[1])],
            IsFromFirst = false,
        };
}
