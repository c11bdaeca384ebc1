using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The payload of an event fits the structure that every delivery has.</summary>
internal sealed class PayloadsFitTheEnvelope()
    : AdvisoryRule(
        "WHK-108",
        Severity.Error,
        "A payload does not fit payload_structure",
        "Receivers cannot tell whether the fields are sent flat, beside the envelope, or inside it, and where.",
        "let the payload have the fields of payload_structure, or leave 'data' open: data: \"object\""
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Webhooks is not { Envelope: { Properties.IsEmpty: false } envelope } webhooks)
        {
            return [];
        }

        return webhooks
            .Events.Where(e => e.Payload is { Properties.IsEmpty: false } payload && !Fits(payload, envelope))
            .Select(e =>
                Finding(
                    e.Payload!.Location with
                    {
                        EndLine = e.Payload.Location.Line,
                        EndColumn = e.Payload.Location.Column + 1,
                    },
                    $"the payload of '{e.Name}' does not fit payload_structure: {Difference(e.Payload, envelope)}",
                    "the fields of payload_structure",
                    related: new RelatedLocation("the structure", Start(envelope.Location))
                )
            );
    }

    /// <summary>It is the whole delivery, or it is what stands in the envelope's object.</summary>
    private static bool Fits(SchemaNode payload, SchemaNode envelope) =>
        Has(payload, envelope) || envelope.Properties.Any(p => IsObject(p.Schema) && Has(payload, p.Schema));

    private static bool IsObject(SchemaNode schema) => schema.Types == JsonTypes.Object || !schema.Properties.IsEmpty;

    private static bool Has(SchemaNode payload, SchemaNode structure) =>
        structure
            .Properties.Where(p => p.IsRequired)
            .All(p => payload.Properties.Any(q => q.Name.Value == p.Name.Value));

    private static string Difference(SchemaNode payload, SchemaNode envelope)
    {
        var inner = envelope.Properties.FirstOrDefault(p => IsObject(p.Schema));
        var structure = inner?.Schema ?? envelope;
        var missing = structure
            .Properties.Where(p => p.IsRequired)
            .Select(p => p.Name.Value)
            .Except(payload.Properties.Select(p => p.Name.Value));
        return $"{(inner is null ? "it" : $"'{inner.Name}'")} has {string.Join(", ", missing)}, the payload has not";
    }
}
