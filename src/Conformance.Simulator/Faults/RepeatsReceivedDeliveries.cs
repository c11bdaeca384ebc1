using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries are repeated though they were received.</summary>
public sealed class RepeatsReceivedDeliveries : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries are repeated though they were received.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override DeliveryVerdict AlterVerdict(
        WebhookAttempt attempt,
        DeliveryOutcome outcome,
        DeliveryVerdict verdict
    ) => verdict is DeliveryVerdict.Received ? DeliveryVerdict.Failed : verdict;
}
