using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A receiver that does not answer in time counts as one that has received.</summary>
public sealed class TakesSilenceForReceipts : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "A receiver that does not answer in time counts as one that has received.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfPatience(specification);

    /// <inheritdoc />
    internal override DeliveryVerdict AlterVerdict(
        WebhookAttempt attempt,
        DeliveryOutcome outcome,
        DeliveryVerdict verdict
    ) => outcome.IsLate ? DeliveryVerdict.Received : verdict;
}
