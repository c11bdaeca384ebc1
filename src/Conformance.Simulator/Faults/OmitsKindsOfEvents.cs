using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Messages do not say what kind of event they tell of.</summary>
public sealed class OmitsKindsOfEvents : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Messages do not say what kind of event they tell of.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfPart(specification, s => s.Type, "kind of event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Edit(p => DottedPath.Remove(p, told.Shape.Type!));
}
