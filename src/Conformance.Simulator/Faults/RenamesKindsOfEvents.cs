using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Kinds of events are written in capital letters.</summary>
public sealed class RenamesKindsOfEvents : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Kinds of events are written in capital letters.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfPart(specification, s => s.Type, "kind of event");

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        (told with { TypeName = told.TypeName.ToUpperInvariant() }).Edit(p =>
            DottedPath.Set(p, told.Shape.Type, told.TypeName.ToUpperInvariant())
        );
}
