using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A redirect counts as received.</summary>
public sealed class TakesRedirectsForReceipts : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "A redirect counts as received.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override DeliveryVerdict AlterVerdict(
        WebhookAttempt attempt,
        DeliveryOutcome outcome,
        DeliveryVerdict verdict
    ) => outcome.Status is >= 300 and < 400 ? DeliveryVerdict.Received : verdict;
}
