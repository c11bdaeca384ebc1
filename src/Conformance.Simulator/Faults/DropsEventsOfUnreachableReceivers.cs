using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>An event is dropped when its receiver cannot be reached.</summary>
public sealed class DropsEventsOfUnreachableReceivers : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "An event is dropped when its receiver cannot be reached.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfRepetition(specification);

    /// <inheritdoc />
    internal override DeliveryVerdict AlterVerdict(
        WebhookAttempt attempt,
        DeliveryOutcome outcome,
        DeliveryVerdict verdict
    ) => outcome is { Status: null, IsLate: false } ? DeliveryVerdict.GivenUp : verdict;
}
