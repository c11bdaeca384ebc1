using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The time of the attempt is told as an hour later.</summary>
public sealed class TellsDeliveryTimesAhead : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "The time of the attempt is told as an hour later.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfTimestamp(specification);

    /// <inheritdoc />
    internal override string? AlterTimestamp(WebhookAttempt attempt, SigningTerms terms, string? stamp) =>
        stamp is null ? null : terms.Text(attempt.At.AddHours(1));
}
