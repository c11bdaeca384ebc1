using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Messages do not say which resource they are about.</summary>
public sealed class OmitsIdsOfResources : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Messages do not say which resource they are about.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfPart(specification, s => s.ObjectId, "id of the resource");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Edit(p => DottedPath.Remove(p, told.Shape.ObjectId!));
}
