using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Documents;

/// <summary>A value to show for a schema: written examples first, and what its types suggest where there are none.</summary>
internal static class ExampleValue
{
    private const int Deepest = 8;

    public static JsonNode? Of(SchemaNode schema, IntegrationSpecification specification) =>
        Of(schema, specification, SchemaLevels.Within(schema, s => Inside(s, specification), Deepest));

    private static JsonNode? Of(SchemaNode schema, IntegrationSpecification specification, int levels)
    {
        if (levels < 0)
        {
            return null;
        }

        if (schema.Reference is { } model)
        {
            return Target(model, specification) is { } target ? Of(target, specification, levels - 1) : null;
        }

        JsonElement? written =
            schema.Const
            ?? (schema.Examples is [var example, ..] ? example.Value : (JsonElement?)null)
            ?? schema.Default
            ?? (schema.Enum is [var first, ..] ? first : (JsonElement?)null);
        if (written is { } value)
        {
            return JsonNode.Parse(value.GetRawText());
        }

        var part = PartOf(schema);
        return schema.Types.HasFlag(JsonTypes.Object) || !schema.Properties.IsEmpty
                ? Fields(schema, specification, levels)
            : schema.Types.HasFlag(JsonTypes.Array) ? Elements(schema, specification, levels)
            : schema.Types == JsonTypes.Any && part is not null ? Of(part, specification, levels - 1)
            : Plain(schema);
    }

    private static IEnumerable<SchemaNode> Inside(SchemaNode schema, IntegrationSpecification specification) =>
        Shown(schema)
            .Select(p => p.Schema)
            .Concat(
                new[]
                {
                    schema.Reference is { } model ? Target(model, specification) : null,
                    schema.Items,
                    PartOf(schema),
                }.OfType<SchemaNode>()
            );

    private static SchemaNode? Target(Located<string> model, IntegrationSpecification specification) =>
        specification.DataModels.FirstOrDefault(m => m.Name.Value == model.Value)?.Schema;

    private static SchemaNode? PartOf(SchemaNode schema) =>
        schema.OneOf.Concat(schema.AnyOf).Concat(schema.AllOf).FirstOrDefault();

    private static IEnumerable<SchemaProperty> Shown(SchemaNode schema) =>
        schema.Properties.Where(p => p.IsRequired || !p.Schema.Examples.IsEmpty);

    private static JsonObject Fields(SchemaNode schema, IntegrationSpecification specification, int levels)
    {
        var fields = new JsonObject();
        foreach (var property in Shown(schema))
        {
            fields[property.Name.Value] = Of(property.Schema, specification, levels - 1);
        }

        return fields;
    }

    private static JsonArray Elements(SchemaNode schema, IntegrationSpecification specification, int levels) =>
        schema.Items is { } items ? [Of(items, specification, levels - 1)] : [];

    private static JsonValue Plain(SchemaNode schema) =>
        schema.Types.HasFlag(JsonTypes.Integer) || schema.Types.HasFlag(JsonTypes.Number)
            ? JsonValue.Create(schema.Minimum ?? 1)
        : schema.Types.HasFlag(JsonTypes.Boolean) ? JsonValue.Create(true)
        : JsonValue.Create(
            schema.Format switch
            {
                "date-time" => "2024-01-15T10:30:00Z",
                "date" => "2024-01-15",
                "uuid" => "3f1e2d4c-5b6a-4789-8abc-def012345678",
                "email" => "someone@example.com",
                "uri" => "https://example.com/",
                _ => "...",
            }
        );
}
