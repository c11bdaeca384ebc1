using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Json;

/// <summary>The keywords that look at one value alone.</summary>
internal static class ValueRules
{
    /// <summary>Whether a value has one of the types.</summary>
    public static bool HasType(JsonElement value, JsonTypes types) =>
        types is JsonTypes.Any
        || value.ValueKind switch
        {
            JsonValueKind.Object => types.HasFlag(JsonTypes.Object),
            JsonValueKind.Array => types.HasFlag(JsonTypes.Array),
            JsonValueKind.String => types.HasFlag(JsonTypes.String),
            JsonValueKind.Number => types.HasFlag(JsonTypes.Number)
                || (types.HasFlag(JsonTypes.Integer) && IsInteger(value)),
            JsonValueKind.True or JsonValueKind.False => types.HasFlag(JsonTypes.Boolean),
            _ => types.HasFlag(JsonTypes.Null),
        };

    /// <summary>The types in words.</summary>
    public static string Describe(JsonTypes types) =>
        string.Join(
            " or ",
            types.ToString().ToLowerInvariant().Split(", ").Select(t => t is "null" ? t : $"of type {t}")
        );

    /// <summary>The keywords that do not hold, with what would be right.</summary>
    public static IEnumerable<(string Keyword, string Message)> Broken(JsonElement value, SchemaNode schema)
    {
        if (!schema.Enum.IsDefaultOrEmpty && !schema.Enum.Any(e => JsonElement.DeepEquals(e, value)))
        {
            yield return ("enum", $"Must be one of {string.Join(", ", schema.Enum)}");
        }

        if (schema.Const is { } constant && !JsonElement.DeepEquals(constant, value))
        {
            yield return ("const", $"Must be {constant}");
        }

        var rules = value.ValueKind switch
        {
            JsonValueKind.String => OfText(value.GetString()!, schema),
            JsonValueKind.Number => OfNumber(value, schema),
            JsonValueKind.Array => OfArray(value, schema),
            JsonValueKind.Object => OfObject(value, schema),
            _ => [],
        };
        foreach (var (broken, keyword, message) in rules)
        {
            if (broken)
            {
                yield return (keyword, message);
            }
        }
    }

    private static IEnumerable<(bool, string, string)> OfText(string text, SchemaNode schema)
    {
        var length = text.EnumerateRunes().Count();
        yield return (length < schema.MinLength, "minLength", $"Must have at least {schema.MinLength} characters");
        yield return (length > schema.MaxLength, "maxLength", $"Must have at most {schema.MaxLength} characters");
        yield return (
            schema.Pattern is { } pattern && !EcmaText.IsMatch(pattern, text),
            "pattern",
            $"Must match {schema.Pattern}"
        );
        yield return (
            schema.Format is { } format && !TextFormats.IsValid(format, text),
            "format",
            $"Must be a valid {schema.Format}"
        );
    }

    private static IEnumerable<(bool, string, string)> OfNumber(JsonElement value, SchemaNode schema)
    {
        var number = Clamp(value);
        yield return (number < schema.Minimum, "minimum", $"Must be at least {schema.Minimum}");
        yield return (number > schema.Maximum, "maximum", $"Must be at most {schema.Maximum}");
        yield return (
            number <= schema.ExclusiveMinimum,
            "exclusiveMinimum",
            $"Must be greater than {schema.ExclusiveMinimum}"
        );
        yield return (
            number >= schema.ExclusiveMaximum,
            "exclusiveMaximum",
            $"Must be less than {schema.ExclusiveMaximum}"
        );
        yield return (
            schema.MultipleOf is > 0 and var step && number % step != 0,
            "multipleOf",
            $"Must be a multiple of {schema.MultipleOf}"
        );
        yield return (
            schema.Format is { } format && !Fits(format, number),
            "format",
            $"Must be a valid {schema.Format}"
        );
    }

    private static IEnumerable<(bool, string, string)> OfArray(JsonElement value, SchemaNode schema)
    {
        var count = value.GetArrayLength();
        yield return (count < schema.MinItems, "minItems", $"Must have at least {schema.MinItems} elements");
        yield return (count > schema.MaxItems, "maxItems", $"Must have at most {schema.MaxItems} elements");
        yield return (
            schema.UniqueItems && value.EnumerateArray().Select(CanonicalJson.Of).Distinct().Count() < count,
            "uniqueItems",
            "Must not contain an element twice"
        );
    }

    private static IEnumerable<(bool, string, string)> OfObject(JsonElement value, SchemaNode schema)
    {
        var count = value.GetPropertyCount();
        yield return (
            count < schema.MinProperties,
            "minProperties",
            $"Must have at least {schema.MinProperties} fields"
        );
        yield return (
            count > schema.MaxProperties,
            "maxProperties",
            $"Must have at most {schema.MaxProperties} fields"
        );
    }

    private static bool Fits(string format, decimal number) =>
        format switch
        {
            "int32" => number is >= int.MinValue and <= int.MaxValue && decimal.Truncate(number) == number,
            "int64" => number is >= long.MinValue and <= long.MaxValue && decimal.Truncate(number) == number,
            _ => true,
        };

    /// <summary>A number beyond the decimal range counts as the end of that range.</summary>
    private static decimal Clamp(JsonElement value)
    {
        if (value.TryGetDecimal(out var exact))
        {
            return exact;
        }

        return value.TryGetDouble(out var rough) && rough < 0 ? decimal.MinValue : decimal.MaxValue;
    }

    private static bool IsInteger(JsonElement value) =>
        value.TryGetDecimal(out var exact)
            ? decimal.Truncate(exact) == exact
            : double.TryParse(value.GetRawText(), CultureInfo.InvariantCulture, out var rough) && Math.Abs(rough) > 1;
}
