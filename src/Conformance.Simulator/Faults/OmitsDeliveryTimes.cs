using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries do not tell the time of the attempt.</summary>
public sealed class OmitsDeliveryTimes : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries do not tell the time of the attempt.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfTimestamp(specification);

    /// <inheritdoc />
    internal override string? AlterTimestamp(WebhookAttempt attempt, SigningTerms terms, string? stamp) => null;
}
