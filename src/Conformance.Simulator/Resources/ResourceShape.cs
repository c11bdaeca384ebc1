using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Simulator.Resources;

/// <summary>What all operations together say about a resource type: its fields, and what they look like.</summary>
/// <param name="Properties">Fields that a new resource has.</param>
/// <param name="Example">Shown values by field.</param>
internal sealed record ResourceShape(ImmutableArray<SchemaProperty> Properties, JsonObject Example)
{
    /// <summary>A field, or null.</summary>
    public SchemaProperty? Property(string name) => Properties.FirstOrDefault(p => p.Name.Value == name);
}

/// <summary>Reads shapes from the specification.</summary>
/// <param name="specification">The specification.</param>
/// <param name="schemas">Resolves references.</param>
/// <param name="values">Finds shown values.</param>
internal sealed class ResourceShapes(IntegrationSpecification specification, SchemaIndex schemas, ValueGenerator values)
{
    private const int MaxDepth = 4;

    /// <summary>
    /// The success an operation answers with. A creation answers 201 where that is declared, for its 200 may be the
    /// answer to a replay.
    /// </summary>
    public static ResponseDefinition? SuccessOf(Endpoint endpoint) =>
        endpoint.Resource?.Action is ResourceAction.Create
            ? endpoint.FindResponse(201)
                ?? endpoint.FindResponse(202)
                ?? endpoint.Responses.FirstOrDefault(r =>
                    r.Status.Value is >= 200 and < 300 && r.Status.Value != endpoint.Idempotency?.OnReplay?.Status.Value
                )
                ?? endpoint.Success
            : endpoint.Success;

    /// <summary>The shape of the resources an operation makes.</summary>
    public ResourceShape Of(Endpoint creator)
    {
        var role = creator.Resource!;
        var related = specification
            .Endpoints.Where(e => e != creator && e.Resource?.Type.Value == role.Type.Value)
            .Prepend(creator)
            .Select(SuccessOf)
            .OfType<ResponseDefinition>()
            .ToList();
        var own = related.Take(SuccessOf(creator) is null ? 0 : 1).SelectMany(r => PropertiesOf(r, role)).ToList();
        var required = related.SelectMany(r => PropertiesOf(r, role)).Where(p => p.IsRequired);
        var properties = own.Concat(required).DistinctBy(p => p.Name.Value).ToImmutableArray();
        return new(properties, ExampleOf(related, properties, role));
    }

    /// <summary>The part of a schema that describes the resource itself: the one with the identifier.</summary>
    public SchemaNode? Descend(SchemaNode? schema, string identifier) =>
        schema is null ? null : Descend(schema, identifier, SchemaLevels.Within(schema, Inside, MaxDepth));

    private SchemaNode? Descend(SchemaNode schema, string identifier, int levels)
    {
        if (levels < 0)
        {
            return null;
        }

        if (schemas.Property(schema, identifier) is not null)
        {
            return schema;
        }

        return Inside(schema).Select(s => Descend(s, identifier, levels - 1)).FirstOrDefault(s => s is not null);
    }

    private IEnumerable<SchemaNode> Inside(SchemaNode schema) =>
        (schemas.Items(schema) is { } items ? [items] : Array.Empty<SchemaNode>()).Concat(
            schemas.Properties(schema).Select(p => p.Schema)
        );

    private IReadOnlyList<SchemaProperty> PropertiesOf(ResponseDefinition response, ResourceRole role) =>
        Descend(response.Schema, role.Identifier.Value) is { } schema ? schemas.Properties(schema) : [];

    private JsonObject ExampleOf(
        IEnumerable<ResponseDefinition> responses,
        IEnumerable<SchemaProperty> properties,
        ResourceRole role
    )
    {
        var example = new JsonObject();
        foreach (var shown in responses.SelectMany(r => Candidates(r, role)))
        {
            foreach (var member in shown.EnumerateObject().Where(m => !example.ContainsKey(m.Name)))
            {
                example[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            }
        }

        foreach (var property in properties.Where(p => !example.ContainsKey(p.Name.Value)))
        {
            if (values.Shown(property.Schema) is { } shown)
            {
                example[property.Name.Value] = JsonNode.Parse(shown.GetRawText());
            }
        }

        return example;
    }

    private IEnumerable<JsonElement> Candidates(ResponseDefinition response, ResourceRole role)
    {
        var schema = Descend(response.Schema, role.Identifier.Value);
        var declared = schema is null ? null : schemas.First(schema, p => p.Examples.FirstOrDefault())?.Value;
        return new[] { response.Example?.Value, declared }
            .OfType<JsonElement>()
            .SelectMany(e => Holding(e, role.Identifier.Value, 0))
            .Take(2);
    }

    /// <summary>The objects within an example that have the identifier.</summary>
    private static IEnumerable<JsonElement> Holding(JsonElement value, string identifier, int depth) =>
        value.ValueKind switch
        {
            _ when depth > MaxDepth => [],
            JsonValueKind.Object when value.TryGetProperty(identifier, out _) => [value],
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Holding(p.Value, identifier, depth + 1)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(v => Holding(v, identifier, depth + 1)),
            _ => [],
        };
}
