using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Repeated deliveries tell the time of the first attempt.</summary>
public sealed class RepeatsFirstDeliveryTime : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Repeated deliveries tell the time of the first attempt.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfRepetition(specification) ?? WebhookLack.OfTimestamp(specification);

    /// <inheritdoc />
    internal override string? AlterTimestamp(WebhookAttempt attempt, SigningTerms terms, string? stamp) =>
        stamp is null ? null : terms.Text(attempt.FirstAt);
}
