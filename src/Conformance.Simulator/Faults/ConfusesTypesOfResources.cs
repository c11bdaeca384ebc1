using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Messages name another type of resource.</summary>
public sealed class ConfusesTypesOfResources : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Messages name another type of resource.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfPart(specification, s => s.ObjectType, "type of the resource");

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification)
    {
        var schemas = new SchemaIndex(specification);
        var shape = EnvelopeShape.Of(specification.Webhooks!, schemas);
        var declared = schemas.At(specification.Webhooks!.Envelope, shape.ObjectType);
        return declared is not null && schemas.Parts(declared).Any(s => s.Const is not null || !s.Enum.IsDefaultOrEmpty)
            ? null
            : "Nothing says what the type of a resource is called.";
    }

    /// <inheritdoc />
    internal override WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) =>
        told.Edit(p => DottedPath.Set(p, told.Shape.ObjectType, "thing"));
}
