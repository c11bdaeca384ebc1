using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Messages name another resource than the one that has changed.</summary>
public sealed class ConfusesIdsOfResources : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Messages name another resource than the one that has changed.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfPart(specification, s => s.ObjectId, "id of the resource");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Change.Current?.Id is { } id
            ? told.Edit(p => DottedPath.Set(p, told.Shape.ObjectId, id[..^1] + (id[^1] == '0' ? '1' : '0')))
            : told;
}
