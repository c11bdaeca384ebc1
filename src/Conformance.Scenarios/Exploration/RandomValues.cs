using System.Text;
using System.Text.Json.Nodes;
using Bogus;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Exploration;

/// <summary>
/// Random valid values, wider than those of ordinary cases: any length, any alphabet, any number of elements, any choice
/// of what is optional. A field with an example often keeps it, for it may name something that must exist.
/// </summary>
internal sealed class RandomValues(EffectiveSchema effective, StringValues strings, PayloadJudge judge)
{
    private const int Attempts = 20;
    private const int MaxDepth = 8;
    private const int MostElements = 6;
    private const int LongestText = 60;
    private const int MostValues = 20_000;

    private static readonly string[] Alphabets =
    [
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "0123456789",
        "-_.,:;/+*#'&()",
        "\u00e4\u00f6\u00fc\u00df\u00e9\u00e8\u00f1\u00f8\u0142\u015f",
        "\u4e2d\u6587\u65e5\u672c\u8a9e\ud55c\uae00\u05e2\u05d1\u0627\u0644",
    ];

    /// <summary>A valid value, or null when none could be made.</summary>
    public JsonNode? Valid(SchemaNode schema, Faker faker)
    {
        var levels = SchemaLevels.Within(schema, effective.Inside, MaxDepth);
        return Enumerable
            .Range(0, Attempts)
            .Select(_ => Value(schema, null, new(faker, MostValues), levels))
            .FirstOrDefault(value => judge.Agrees(schema, value, isValid: true));
    }

    private JsonNode? Value(SchemaNode written, string? name, Draw draw, int levels)
    {
        if (--draw.Left < 0)
        {
            return null;
        }

        var (faker, schema) = (draw.Faker, effective.Of(written));
        if (Given(schema, faker) is { } given)
        {
            return given;
        }

        return schema.Types switch
        {
            _ when schema.Properties.Length > 0 => Object(schema, draw, levels),
            _ when schema.Items is not null => Array(schema, name, draw, levels),
            var types when types.HasFlag(JsonTypes.String) => JsonValue.Create(Text(schema, name, faker)),
            var types when (types & (JsonTypes.Integer | JsonTypes.Number)) != 0 => JsonValue.Create(
                Number(schema, faker)
            ),
            var types when types.HasFlag(JsonTypes.Boolean) => JsonValue.Create(faker.Random.Bool()),
            var types when types.HasFlag(JsonTypes.Object) => new JsonObject(),
            _ => JsonValue.Create(HumanText.For(name, faker)),
        };
    }

    private static JsonNode? Given(SchemaNode schema, Faker faker)
    {
        if (schema.Const is { } constant)
        {
            return JsonNode.Parse(constant.GetRawText());
        }

        if (schema.Enum is { IsDefaultOrEmpty: false } members)
        {
            return JsonNode.Parse(faker.PickRandom(members.ToArray()).GetRawText());
        }

        return
            schema.Properties.IsEmpty
            && schema.Items is null
            && schema.Examples is [var example, ..]
            && faker.Random.Bool(0.6f)
            ? JsonNode.Parse(example.Value.GetRawText())
            : null;
    }

    private JsonObject Object(SchemaNode schema, Draw draw, int levels)
    {
        var result = new JsonObject();
        foreach (var property in schema.Properties.Where(p => p.IsRequired || draw.Faker.Random.Bool()))
        {
            if (levels > 0 && !effective.Of(property.Schema).ReadOnly)
            {
                result[property.Name.Value] = Value(property.Schema, property.Name, draw, levels - 1);
            }
        }

        return result;
    }

    private JsonArray Array(SchemaNode schema, string? name, Draw draw, int levels)
    {
        // Past the last level, or where thousands are asked for, the value is none that is valid, and is not used.
        var least = Math.Min(MostValues, schema.MinItems ?? 0);
        var count = draw.Faker.Random.Int(
            least,
            Math.Max(least, Math.Min(schema.MaxItems ?? MostElements, MostElements))
        );
        var elements = Enumerable
            .Range(0, levels > 0 ? count : 0)
            .Select(_ => Value(schema.Items!, name, draw, levels - 1));
        return new([.. elements.Select((e, i) => PayloadGenerator.Distinct(e, schema, i))]);
    }

    private string? Text(SchemaNode schema, string? name, Faker faker)
    {
        if (schema.Pattern is not null || schema.Format is not null)
        {
            return strings.Valid(schema, name, faker);
        }

        var least = Math.Min(StringValues.LongestFilled, schema.MinLength ?? 1);
        var greatest = Math.Max(least, Math.Min(schema.MaxLength ?? LongestText, LongestText));
        var alphabet = faker.PickRandom(Alphabets);
        var text = new StringBuilder();
        for (var length = faker.Random.Int(least, greatest); text.Length < length; )
        {
            text.Append(alphabet[faker.Random.Int(0, alphabet.Length - 1)]);
        }

        return text.ToString();
    }

    private static decimal Number(SchemaNode schema, Faker faker)
    {
        var step = NumberValues.StepOf(schema);
        var least = NumberValues.LeastOf(schema) ?? Math.Min(0, NumberValues.GreatestOf(schema) ?? 0);
        var greatest = NumberValues.GreatestOf(schema) ?? least + 10_000 * step;
        var room = (int)Math.Clamp((greatest - least) / step, 0, int.MaxValue - 1);
        return least + step * faker.Random.Int(0, room);
    }

    private sealed class Draw(Faker faker, int left)
    {
        public Faker Faker => faker;

        /// <summary>How many values may still be made.</summary>
        public int Left { get; set; } = left;
    }
}
