using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Messages lack the id of the event.</summary>
public sealed class OmitsEventIds : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Messages lack the id of the event.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfPart(specification, s => s.Id, "id of the event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Edit(p => DottedPath.Remove(p, told.Shape.Id!));
}
