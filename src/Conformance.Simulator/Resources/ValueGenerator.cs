using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Resources;

/// <summary>Makes values that match a schema, as plain as possible: the constant, the example, the default, the first allowed value.</summary>
/// <param name="schemas">Resolves references.</param>
/// <param name="clock">Decides dates and times.</param>
internal sealed class ValueGenerator(SchemaIndex schemas, TimeProvider clock)
{
    private const int MaxDepth = 16;

    /// <summary>Adds what the schema requires and the value lacks, at every depth; a value of another type is replaced.</summary>
    /// <param name="schema">What the result must be.</param>
    /// <param name="given">The value so far; not changed.</param>
    /// <returns>A node of its own.</returns>
    public JsonNode? Complete(SchemaNode schema, JsonNode? given) => Complete(schema, given, 0);

    /// <summary>A value that matches the schema.</summary>
    public JsonNode? Generate(SchemaNode schema) => Generate(schema, 0);

    /// <summary>The value the specification itself shows or fixes, or null when it shows none.</summary>
    public JsonElement? Shown(SchemaNode schema) =>
        schemas.First(schema, p => p.Const)
        ?? schemas.First(schema, p => p.Examples.IsDefaultOrEmpty ? (JsonElement?)null : p.Examples[0].Value)
        ?? schemas.First(schema, p => p.Default)
        ?? schemas.First(schema, p => p.Enum.IsDefaultOrEmpty ? (JsonElement?)null : p.Enum[0]);

    private JsonNode? Complete(SchemaNode schema, JsonNode? given, int depth)
    {
        switch (given)
        {
            case JsonObject members:
                return CompleteMembers(schemas.Properties(schema), members, depth);
            case JsonArray elements when schemas.Items(schema) is { } items:
                return new JsonArray([.. elements.Select(e => Complete(items, e, depth + 1))]);
            case null when !schemas.Types(schema).HasFlag(JsonTypes.Null):
                return Generate(schema, depth);
            default:
                return given?.DeepClone();
        }
    }

    private JsonObject CompleteMembers(IReadOnlyList<SchemaProperty> declared, JsonObject members, int depth)
    {
        var result = new JsonObject();
        foreach (var (name, member) in members)
        {
            result[name] = declared.FirstOrDefault(p => p.Name.Value == name) is { } property
                ? Complete(property.Schema, member, depth + 1)
                : member?.DeepClone();
        }

        foreach (var property in declared)
        {
            if (property.IsRequired && depth < MaxDepth && !result.ContainsKey(property.Name.Value))
            {
                result[property.Name.Value] = Generate(property.Schema, depth + 1);
            }
        }

        return result;
    }

    private JsonNode? Generate(SchemaNode schema, int depth)
    {
        if (Shown(schema) is { } shown)
        {
            return Complete(schema, JsonNode.Parse(shown.GetRawText()), depth);
        }

        var choice = schemas.First(schema, p => p.OneOf.Concat(p.AnyOf).FirstOrDefault());
        var types = schemas.Types(schema);
        if (types is JsonTypes.Any && choice is not null)
        {
            return Generate(choice, depth + 1);
        }

        return types switch
        {
            _ when types.HasFlag(JsonTypes.Object) => Complete(schema, new JsonObject(), depth),
            _ when types.HasFlag(JsonTypes.Array) => GenerateArray(schema, depth),
            _ when types.HasFlag(JsonTypes.String) => PlainText.For(schema, schemas, clock.GetUtcNow()),
            _ when (types & (JsonTypes.Number | JsonTypes.Integer)) != 0 => JsonValue.Create(
                PlainNumber.For(schema, schemas)
            ),
            _ when types.HasFlag(JsonTypes.Boolean) => false,
            _ when types is JsonTypes.Any => "",
            _ => null,
        };
    }

    private JsonArray GenerateArray(SchemaNode schema, int depth)
    {
        var count = depth < MaxDepth ? schemas.First(schema, p => p.MinItems) ?? 0 : 0;
        var items = schemas.Items(schema);
        return new JsonArray([
            .. Enumerable.Range(0, count).Select(_ => items is null ? null : Generate(items, depth + 1)),
        ]);
    }
}
