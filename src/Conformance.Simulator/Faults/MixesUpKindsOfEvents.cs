using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>A delivery names another kind of event than has happened.</summary>
public sealed class MixesUpKindsOfEvents : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "A delivery names another kind of event than has happened.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSeveralKinds(specification) ?? WebhookLack.OfPart(specification, s => s.Type, "kind of event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        Declared(attempt).FirstOrDefault(e => e != told.Event)?.Name.Value is { } other
            ? (told with { TypeName = other }).Edit(p => DottedPath.Set(p, told.Shape.Type, other))
            : told;
}
