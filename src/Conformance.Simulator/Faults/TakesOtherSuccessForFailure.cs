using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Only 200 counts as received, no other 2xx.</summary>
public sealed class TakesOtherSuccessForFailure : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Only 200 counts as received, no other 2xx.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override DeliveryVerdict AlterVerdict(
        WebhookAttempt attempt,
        DeliveryOutcome outcome,
        DeliveryVerdict verdict
    ) => outcome is { IsSuccess: true, Status: not 200 } ? DeliveryVerdict.Failed : verdict;
}
