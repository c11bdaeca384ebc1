using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Formulas;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Resources;

/// <summary>Makes a new resource from a request: what was sent, an identifier, and what the specification shows for the rest.</summary>
internal sealed class ResourceFactory(
    SchemaIndex schemas,
    ResourceShapes shapes,
    ValueGenerator values,
    IdentifierSequence identifiers,
    TimeProvider clock
)
{
    /// <summary>The new resource; not stored yet.</summary>
    public Resource Make(Call call, JsonElement body)
    {
        var endpoint = call.Endpoint!;
        var role = endpoint.Resource!;
        var (shape, identifier) = (shapes.Of(endpoint), role.Identifier.Value);
        var id = identifiers.Next(role.Type.Value, shape.Property(identifier)?.Schema, ExampleId(shape, call, role));
        var fields = Accepted(endpoint.Request?.Schema, body);
        fields[identifier] = id;
        foreach (var (name, value) in call.PathValues.Where(p => shape.Property(p.Key) is not null))
        {
            fields.TryAdd(name, value);
        }

        var adapter = new ExampleAdapter(shape.Example, identifier, id.ToString(), clock.GetUtcNow());
        foreach (var property in shape.Properties)
        {
            var name = property.Name.Value;
            fields[name] =
                fields.ContainsKey(name) ? values.Complete(property.Schema, fields[name])
                : shape.Example.ContainsKey(name) ? adapter.Adapt(shape.Example[name])
                : values.Generate(property.Schema);
        }

        Compute(fields, role, shape);
        return new(role.Type.Value, id.ToString(), call.Client, fields);
    }

    /// <summary>Evaluates the computed fields; one whose inputs are missing keeps its shown value.</summary>
    public void Compute(JsonObject fields, ResourceRole role, ResourceShape shape)
    {
        foreach (var (name, formula) in role.Computed)
        {
            if (Formula.Parse(formula.Value)?.Evaluate(fields) is { } value)
            {
                var step = shape.Property(name) is { } property
                    ? schemas.First(property.Schema, p => p.MultipleOf)
                    : null;
                fields[name] = step is > 0 and var s ? Math.Round(value / s, MidpointRounding.AwayFromZero) * s : value;
            }
        }
    }

    /// <summary>Only what the request declares is taken over, so that nobody sets what is the server's (STANDARDS SEC-04, HTTP-24).</summary>
    public JsonObject Accepted(SchemaNode? schema, JsonElement body)
    {
        var accepted = new JsonObject();
        if (schema is null || body.ValueKind is not JsonValueKind.Object)
        {
            return accepted;
        }

        foreach (var property in schemas.Properties(schema).Where(p => !p.Schema.ReadOnly))
        {
            var name = property.Name.Value;
            if (body.TryGetProperty(name, out var value))
            {
                accepted[name] = Take(property.Schema, value);
            }
            else if (schemas.First(property.Schema, p => p.Default) is { } assumed)
            {
                accepted[name] = JsonNode.Parse(assumed.GetRawText());
            }
        }

        return accepted;
    }

    private JsonNode? Take(SchemaNode schema, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when schemas.Properties(schema).Count > 0 => Accepted(schema, value),
            JsonValueKind.Array when schemas.Items(schema) is { } items => new JsonArray([
                .. value.EnumerateArray().Select(v => Take(items, v)),
            ]),
            _ => JsonNode.Parse(value.GetRawText()),
        };

    private static string? ExampleId(ResourceShape shape, Call call, ResourceRole role)
    {
        if (shape.Example[role.Identifier.Value]?.ToString() is { } shown)
        {
            return shown;
        }

        var parameters = call.World.Specification.Endpoints.Where(e => e.Resource?.Type.Value == role.Type.Value);
        return parameters
            .SelectMany(e => e.PathParameters.Where(p => p.Name.Value == e.Resource!.PathParameter))
            .SelectMany(p => p.Schema.Examples.IsDefaultOrEmpty ? [] : p.Schema.Examples)
            .Select(e => e.Value.ToString())
            .FirstOrDefault();
    }
}
