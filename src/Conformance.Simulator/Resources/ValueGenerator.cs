using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Simulator.Resources;

/// <summary>Makes values that match a schema, as plain as possible: the constant, the example, the default, the first allowed value.</summary>
/// <param name="schemas">Resolves references.</param>
/// <param name="clock">Decides dates and times.</param>
internal sealed class ValueGenerator(SchemaIndex schemas, TimeProvider clock)
{
    private const int MaxDepth = 16;
    private const int MostElements = 1_000;

    // Asked for every answer; a specification does not change while it is served.
    private readonly ConcurrentDictionary<SchemaNode, int> _levels = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds what the schema requires and the value lacks, at every depth; a value of another type is replaced.</summary>
    /// <param name="schema">What the result must be.</param>
    /// <param name="given">The value so far; not changed.</param>
    /// <returns>A node of its own.</returns>
    public JsonNode? Complete(SchemaNode schema, JsonNode? given) => Complete(schema, given, LevelsOf(schema));

    /// <summary>A value that matches the schema.</summary>
    public JsonNode? Generate(SchemaNode schema) => Generate(schema, LevelsOf(schema));

    /// <summary>The value the specification itself shows or fixes, or null when it shows none.</summary>
    public JsonElement? Shown(SchemaNode schema) =>
        schemas.First(schema, p => p.Const)
        ?? schemas.First(schema, p => p.Examples.IsDefaultOrEmpty ? (JsonElement?)null : p.Examples[0].Value)
        ?? schemas.First(schema, p => p.Default)
        ?? schemas.First(schema, p => p.Enum.IsDefaultOrEmpty ? (JsonElement?)null : p.Enum[0]);

    private int LevelsOf(SchemaNode schema) => _levels.GetOrAdd(schema, s => SchemaLevels.Within(s, Inside, MaxDepth));

    private IEnumerable<SchemaNode> Inside(SchemaNode schema) =>
        schemas
            .Properties(schema)
            .Where(p => p.IsRequired)
            .Select(p => p.Schema)
            .Concat(Enumerable.Repeat(schemas.Items(schema), CountOf(schema)).OfType<SchemaNode>())
            .Concat(ChoiceOf(schema) is { } choice ? [choice] : []);

    // A bound such as 10^6 is not met by sending that much.
    private int CountOf(SchemaNode array) => Math.Min(MostElements, schemas.First(array, p => p.MinItems) ?? 0);

    private JsonNode? Complete(SchemaNode schema, JsonNode? given, int left)
    {
        switch (given)
        {
            case JsonObject members:
                return CompleteMembers(schemas.Properties(schema), members, left);
            case JsonArray elements when schemas.Items(schema) is { } items:
                return new JsonArray([.. elements.Select(e => Complete(items, e, left - 1))]);
            case null when !schemas.Types(schema).HasFlag(JsonTypes.Null):
                return Generate(schema, left);
            default:
                return given?.DeepClone();
        }
    }

    private JsonObject CompleteMembers(IReadOnlyList<SchemaProperty> declared, JsonObject members, int left)
    {
        var result = new JsonObject();
        foreach (var (name, member) in members)
        {
            result[name] = declared.FirstOrDefault(p => p.Name.Value == name) is { } property
                ? Complete(property.Schema, member, left - 1)
                : member?.DeepClone();
        }

        foreach (var property in declared)
        {
            if (property.IsRequired && left > 0 && !result.ContainsKey(property.Name.Value))
            {
                result[property.Name.Value] = Generate(property.Schema, left - 1);
            }
        }

        return result;
    }

    private JsonNode? Generate(SchemaNode schema, int left)
    {
        if (Shown(schema) is { } shown)
        {
            return Complete(schema, JsonNode.Parse(shown.GetRawText()), left);
        }

        var choice = ChoiceOf(schema);
        var types = schemas.Types(schema);
        if (types is JsonTypes.Any && choice is not null)
        {
            return Generate(choice, left - 1);
        }

        return types switch
        {
            _ when types.HasFlag(JsonTypes.Object) => Complete(schema, new JsonObject(), left),
            _ when types.HasFlag(JsonTypes.Array) => GenerateArray(schema, left),
            _ when types.HasFlag(JsonTypes.String) => PlainText.For(schema, schemas, clock.GetUtcNow()),
            _ when (types & (JsonTypes.Number | JsonTypes.Integer)) != 0 => JsonValue.Create(
                PlainNumber.For(schema, schemas)
            ),
            _ when types.HasFlag(JsonTypes.Boolean) => false,
            _ when types is JsonTypes.Any => "",
            _ => null,
        };
    }

    private SchemaNode? ChoiceOf(SchemaNode schema) =>
        schemas.First(schema, p => p.OneOf.Concat(p.AnyOf).FirstOrDefault());

    private JsonArray GenerateArray(SchemaNode schema, int left)
    {
        var count = left > 0 ? CountOf(schema) : 0;
        var items = schemas.Items(schema);
        return new JsonArray([
            .. Enumerable.Range(0, count).Select(_ => items is null ? null : Generate(items, left - 1)),
        ]);
    }
}
