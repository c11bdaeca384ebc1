using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>An answer in 5xx counts as received.</summary>
public sealed class TakesServerErrorsForReceipts : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "An answer in 5xx counts as received.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override DeliveryVerdict AlterVerdict(
        WebhookAttempt attempt,
        DeliveryOutcome outcome,
        DeliveryVerdict verdict
    ) => outcome.Status >= 500 ? DeliveryVerdict.Received : verdict;
}
