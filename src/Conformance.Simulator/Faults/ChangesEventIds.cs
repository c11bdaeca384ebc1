using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Every attempt has an event id of its own.</summary>
public sealed class ChangesEventIds : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Every attempt has an event id of its own.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfRepetition(specification) ?? WebhookLack.OfPart(specification, s => s.Id, "id of the event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        attempt.Number == 1 ? told : told.WithId(attempt.World.Webhooks.NewId());
}
