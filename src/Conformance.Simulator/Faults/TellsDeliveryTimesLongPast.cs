using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The time of the attempt is told as an hour earlier.</summary>
public sealed class TellsDeliveryTimesLongPast : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "The time of the attempt is told as an hour earlier.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) => WebhookLack.OfTimestamp(specification);

    /// <inheritdoc />
    internal override string? AlterTimestamp(WebhookAttempt attempt, SigningTerms terms, string? stamp) =>
        stamp is null ? null : terms.Text(attempt.At.AddHours(-1));
}
