using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Resolution;

namespace Conformance.Specification.Schemas.Validation;

/// <summary>What a keyword needs to be compiled: its value, its siblings, and the compiler for its subschemas.</summary>
/// <param name="Compiler">The compiler.</param>
/// <param name="Place">The schema that has the keyword.</param>
/// <param name="Name">The keyword.</param>
/// <param name="Value">Its value.</param>
internal sealed record KeywordContext(SchemaCompiler Compiler, SchemaPlace Place, string Name, JsonElement Value)
{
    /// <summary>JSON Pointer of the keyword in its document.</summary>
    public string Pointer => $"{Place.Pointer}/{JsonPath.Escape(Name)}";

    /// <summary>The dialect of the schema.</summary>
    public SchemaDialect Dialect => Place.Resource.Dialect;

    /// <summary>The same for another keyword of the same schema; null when the schema does not have it.</summary>
    /// <param name="name">The other keyword.</param>
    public KeywordContext? Sibling(string name) =>
        Place.Element.TryGetProperty(name, out var value) ? this with { Name = name, Value = value } : null;

    /// <summary>The value as a schema.</summary>
    public CompiledSchema Schema() => Subschema("", Value);

    /// <summary>The value as a list of schemas.</summary>
    public ImmutableArray<CompiledSchema> Schemas()
    {
        Expect(JsonValueKind.Array, "a list of schemas");
        return
        [
            .. Value
                .EnumerateArray()
                .Select((element, i) => Subschema($"/{i.ToString(CultureInfo.InvariantCulture)}", element)),
        ];
    }

    /// <summary>The value as an object of schemas.</summary>
    public ImmutableArray<KeyValuePair<string, CompiledSchema>> SchemaMap()
    {
        Expect(JsonValueKind.Object, "an object of schemas");
        return
        [
            .. Value
                .EnumerateObject()
                .Select(member =>
                    KeyValuePair.Create(member.Name, Subschema("/" + JsonPath.Escape(member.Name), member.Value))
                ),
        ];
    }

    /// <summary>One schema inside the value.</summary>
    /// <param name="suffix">JSON Pointer from the value.</param>
    /// <param name="element">The schema.</param>
    public CompiledSchema Subschema(string suffix, JsonElement element)
    {
        var isSchema =
            element.ValueKind == JsonValueKind.Object
            || (
                element.ValueKind is JsonValueKind.True or JsonValueKind.False
                && (Dialect.Draft > SchemaDraft.Draft4 || Name.StartsWith("additional", StringComparison.Ordinal))
            );
        return isSchema
            ? Compiler.Compile(Compiler.Index.Child(Place, $"/{JsonPath.Escape(Name)}{suffix}", element))
            : throw Invalid($"'{Name}' needs a schema, not {JsonText.Describe(element)}");
    }

    /// <summary>The value as a number of things: an integer that is not negative.</summary>
    public int Count()
    {
        var number = Number();
        if (!number.IsInteger || number.CompareTo(JsonNumber.Zero) < 0)
        {
            throw Invalid($"'{Name}' needs a whole number that is not negative, not {JsonText.Describe(Value)}");
        }

        // No body comes near the limit, so a greater bound means the same.
        return number.CompareTo(JsonNumber.MaxCount) >= 0 ? int.MaxValue : (int)Value.GetDouble();
    }

    /// <summary>The value as a number.</summary>
    public JsonNumber Number()
    {
        Expect(JsonValueKind.Number, "a number");
        return JsonNumber.Of(Value);
    }

    /// <summary>The value as a text.</summary>
    public string Text()
    {
        Expect(JsonValueKind.String, "a string");
        return JsonText.Of(Value);
    }

    /// <summary>A list of texts.</summary>
    /// <param name="element">The element that should be one.</param>
    public ImmutableArray<string> Texts(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
        && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. element.EnumerateArray().Select(JsonText.Of)]
            : throw Invalid($"'{Name}' needs a list of strings, not {JsonText.Describe(element)}");

    /// <summary>A compiled pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    public static EcmaPattern Pattern(string pattern)
    {
        var result = EcmaPattern.Compile(pattern);
        return result.Pattern
            ?? throw new InvalidKeywordException(
                SchemaProblemKind.InvalidPattern,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the pattern '{JsonText.Shorten(pattern)}' is not valid at position {result.Error!.Position + 1}: {result.Error.Message}"
                )
            );
    }

    /// <summary>Demands a kind of value.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="expected">The kind in words.</param>
    public void Expect(JsonValueKind kind, string expected)
    {
        if (Value.ValueKind != kind)
        {
            throw Invalid($"'{Name}' needs {expected}, not {JsonText.Describe(Value)}");
        }
    }

    /// <summary>A problem with the keyword's value.</summary>
    /// <param name="message">What is wrong.</param>
    public static InvalidKeywordException Invalid(string message) => new(SchemaProblemKind.InvalidKeyword, message);
}
