using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Documents;

/// <summary>A value to show for a schema: written examples first, and what its types suggest where there are none.</summary>
internal static class ExampleValue
{
    private const int Deepest = 8;

    public static JsonNode? Of(SchemaNode schema, IntegrationSpecification specification) =>
        Of(schema, specification, 0);

    private static JsonNode? Of(SchemaNode schema, IntegrationSpecification specification, int depth)
    {
        if (depth > Deepest)
        {
            return null;
        }

        if (schema.Reference is { } model)
        {
            var target = specification.DataModels.FirstOrDefault(m => m.Name.Value == model.Value)?.Schema;
            return target is null ? null : Of(target, specification, depth + 1);
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

        var part = schema.OneOf.Concat(schema.AnyOf).Concat(schema.AllOf).FirstOrDefault();
        return schema.Types.HasFlag(JsonTypes.Object) || !schema.Properties.IsEmpty
                ? Fields(schema, specification, depth)
            : schema.Types.HasFlag(JsonTypes.Array) ? Elements(schema, specification, depth)
            : schema.Types == JsonTypes.Any && part is not null ? Of(part, specification, depth + 1)
            : Plain(schema);
    }

    private static JsonObject Fields(SchemaNode schema, IntegrationSpecification specification, int depth)
    {
        var fields = new JsonObject();
        foreach (var property in schema.Properties.Where(p => p.IsRequired || !p.Schema.Examples.IsEmpty))
        {
            fields[property.Name.Value] = Of(property.Schema, specification, depth + 1);
        }

        return fields;
    }

    private static JsonArray Elements(SchemaNode schema, IntegrationSpecification specification, int depth) =>
        schema.Items is { } items ? [Of(items, specification, depth + 1)] : [];

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
