using System.Text.Json;
using System.Text.Json.Nodes;
using Bogus;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Payloads;

/// <summary>
/// Makes valid values. A field's example comes first, for a real provider knows its own examples; what has none is
/// generated, human-looking where the field's name says what it holds.
/// </summary>
internal sealed class PayloadGenerator(
    SeededData data,
    EffectiveSchema effective,
    StringValues strings,
    PayloadJudge judge
)
{
    // A schema that requires itself has no finite value; this ends the attempt.
    private const int MaxDepth = 12;

    // A bound such as 10^6 is not met by sending that much.
    private const int MostElements = 2_000;

    /// <summary>A valid value of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="shape">How much of what is optional it has.</param>
    /// <param name="caseId">Decides the generated data, together with the seed.</param>
    /// <param name="name">Name of the field, if it is one.</param>
    public JsonNode? Valid(SchemaNode schema, PayloadShape shape, string caseId, string? name = null) =>
        Within(schema, name, new(shape, data.For(caseId), MaxDepth), SchemaLevels.MostPlaces)
        ?? Value(schema, name, new(shape, data.For(caseId), LevelsOf(schema, shape)), 0);

    // Most bodies are small: only those that turn out not to be are measured.
    private JsonNode? Within(SchemaNode schema, string? name, Draw draw, int places)
    {
        draw.Left = places;
        var value = Value(schema, name, draw, 0);
        return draw.Left < 0 ? null : value;
    }

    private int LevelsOf(SchemaNode schema, PayloadShape shape) =>
        SchemaLevels.Within(
            schema,
            written =>
            {
                var inner = effective.Of(written);
                return Given(written, inner) is not null ? []
                    : TypeOf(inner) is JsonTypes.Array
                        ? Enumerable.Repeat(inner.Items, CountOf(inner)).OfType<SchemaNode>()
                    : TypeOf(inner) is JsonTypes.Object
                        ? inner.Properties.Where(p => IsTaken(p, shape)).Select(p => p.Schema)
                    : [];
            },
            MaxDepth
        );

    private JsonNode? Value(SchemaNode written, string? name, Draw draw, int depth)
    {
        if (--draw.Left < 0)
        {
            return null;
        }

        var schema = effective.Of(written);
        if (Given(written, schema) is { } given)
        {
            return JsonNode.Parse(given.GetRawText());
        }

        return TypeOf(schema) switch
        {
            JsonTypes.Object => Object(schema, draw, depth),
            JsonTypes.Array => Array(schema, name, draw, depth),
            JsonTypes.String => strings.Valid(schema, name, draw.Faker) is { } text ? JsonValue.Create(text) : null,
            JsonTypes.Integer or JsonTypes.Number => JsonValue.Create(NumberValues.Valid(schema, draw.Faker)),
            JsonTypes.Boolean => JsonValue.Create(draw.Faker.Random.Bool()),
            _ => null,
        };
    }

    // Objects are put together from their fields, so that a payload can leave out what is optional. An example that
    // contradicts its own schema is for lint to report, not for a case to send.
    private JsonElement? Given(SchemaNode written, SchemaNode schema) =>
        schema.Const is { } constant ? constant
        : TypeOf(schema) is JsonTypes.Object or JsonTypes.Array ? null
        : schema.Examples.FirstOrDefault(e => IsValid(written, e.Value)) is { } example ? example.Value
        : schema.Enum is [var first, ..] ? first
        : null;

    private bool IsValid(SchemaNode written, JsonElement example) =>
        judge.Agrees(written, JsonNode.Parse(example.GetRawText()), isValid: true);

    private JsonObject Object(SchemaNode schema, Draw draw, int depth)
    {
        var result = new JsonObject();
        foreach (var property in schema.Properties.Where(p => IsTaken(p, draw.Shape) && HasRoom(p, draw, depth)))
        {
            result[property.Name.Value] = Value(property.Schema, property.Name, draw, depth + 1);
        }

        // At least one field, where at least one is asked for and none is required.
        var least = depth < draw.Levels ? schema.MinProperties ?? 0 : 0;
        foreach (var property in schema.Properties.TakeWhile(_ => result.Count < least))
        {
            result[property.Name.Value] ??= Value(property.Schema, property.Name, draw, depth + 1);
        }

        return result;
    }

    private JsonArray Array(SchemaNode schema, string? name, Draw draw, int depth)
    {
        var elements = Enumerable.Range(0, schema.Items is null || depth >= draw.Levels ? 0 : CountOf(schema));
        return new([.. elements.Select(i => Distinct(Value(schema.Items!, name, draw, depth + 1), schema, i))]);
    }

    private bool IsTaken(SchemaProperty property, PayloadShape shape) =>
        (property.IsRequired || shape is PayloadShape.Full) && !effective.Of(property.Schema).ReadOnly;

    // Where a body is cut off, what may be absent is, unless it can do without anything inside; and what may not be
    // absent stays as long as nothing is inside it.
    private bool HasRoom(SchemaProperty property, Draw draw, int depth)
    {
        if (depth < draw.Levels - 1)
        {
            return true;
        }

        var schema = effective.Of(property.Schema);
        var isLeaf = schema.Const is not null || TypeOf(schema) is not (JsonTypes.Object or JsonTypes.Array);
        return depth >= draw.Levels
            ? property.IsRequired && isLeaf
            : property.IsRequired || isLeaf || CanBeEmpty(schema);
    }

    private static bool CanBeEmpty(SchemaNode schema) =>
        TypeOf(schema) is JsonTypes.Array
            ? schema.MinItems is null or 0
            : schema.MinProperties is null or 0 && !schema.Properties.Any(p => p.IsRequired);

    private static int CountOf(SchemaNode array) =>
        Math.Min(MostElements, Math.Max(array.MinItems ?? 0, Math.Min(1, array.MaxItems ?? 1)));

    /// <summary>An element that differs from its neighbours where the schema wants it to.</summary>
    internal static JsonNode? Distinct(JsonNode? element, SchemaNode array, int index) =>
        !array.UniqueItems || index == 0 ? element
        : element is JsonValue value && value.GetValueKind() is JsonValueKind.String
            ? JsonValue.Create(value.GetValue<string>() + (char)('a' + index % 26))
        : element is JsonValue number && number.GetValueKind() is JsonValueKind.Number
            ? JsonValue.Create(number.GetValue<decimal>() + index)
        : element;

    private static JsonTypes TypeOf(SchemaNode schema) =>
        schema.Types is not JsonTypes.Any
            ? Enum.GetValues<JsonTypes>()
                .FirstOrDefault(t => t is not (JsonTypes.Any or JsonTypes.Null) && schema.Types.HasFlag(t))
        : schema.Properties.Length > 0 ? JsonTypes.Object
        : schema.Items is not null ? JsonTypes.Array
        : JsonTypes.String;

    private sealed record Draw(PayloadShape Shape, Faker Faker, int Levels)
    {
        /// <summary>How many values may still be made.</summary>
        public int Left { get; set; } = int.MaxValue;
    }
}
