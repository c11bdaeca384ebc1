using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A field has a value of another JSON type, also one that a lenient reader would convert.</summary>
internal sealed class FieldHasWrongType : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field)
    {
        if (field.Schema.Types is JsonTypes.Any)
        {
            yield break;
        }

        foreach (var (id, type, value) in Values(field))
        {
            if (!field.Allows(type))
            {
                yield return FieldProbe.Refused(id, "type", value, $"not {TypeWords.Of(field.Schema.Types)}") with
                {
                    IsJsonOnly = true,
                };
            }
        }

        if (NumberValues.IsInteger(field.Schema))
        {
            var value = (NumberValues.LeastOf(field.Schema) ?? 1) + 0.5m;
            yield return FieldProbe.Refused("fraction", "type", JsonValue.Create(value), "not an integer");

            // By JSON Schema 2.0 is an integer, by some readers it is none.
            if (field.Sample is JsonValue number && number.GetValueKind() is JsonValueKind.Number)
            {
                yield return FieldProbe.Open(
                    "integer-with-point",
                    "type",
                    JsonNode.Parse($"{number.ToJsonString()}.0"),
                    "an integer written with a decimal point"
                );
            }
        }

        if (field.IsOnly(JsonTypes.Integer | JsonTypes.Number))
        {
            yield return FieldProbe.Refused("not-a-number", "type", JsonValue.Create("two"), "not a number");

            // Some readers take the digits and leave the rest.
            yield return FieldProbe.Refused(
                "number-then-text",
                "type",
                JsonValue.Create($"{ConvertibleText(field)}abc"),
                "not a number, though it begins like one"
            );
        }
    }

    private static IEnumerable<(string Id, JsonTypes Type, JsonNode Value)> Values(FieldUnderTest field)
    {
        // The field's own value, quoted or bare: what a reader that converts would take for it.
        yield return ("string-instead", JsonTypes.String, JsonValue.Create(ConvertibleText(field)));
        yield return (
            "number-instead",
            JsonTypes.Number | JsonTypes.Integer,
            JsonValue.Create(field.IsOnly(JsonTypes.Boolean) ? 1 : 12345)
        );
        yield return ("boolean-instead", JsonTypes.Boolean, JsonValue.Create(true));
        yield return (
            "array-instead",
            JsonTypes.Array,
            new JsonArray(field.Sample?.DeepClone() ?? JsonValue.Create("value"))
        );
        yield return ("object-instead", JsonTypes.Object, ObjectInstead(field));
    }

    private static string ConvertibleText(FieldUnderTest field) =>
        field.Sample is JsonValue value ? value.ToJsonString().Trim('"') : "value";

    private static JsonNode ObjectInstead(FieldUnderTest field) =>
        field.Sample is JsonArray { Count: > 0 } array && array[0] is JsonObject element
            ? element.DeepClone()
            : new JsonObject { ["value"] = field.Sample?.DeepClone() };
}
