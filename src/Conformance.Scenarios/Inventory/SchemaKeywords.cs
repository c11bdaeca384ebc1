using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Inventory;

/// <summary>A field of a body with one thing its definition says.</summary>
/// <param name="Path">Its path with <c>[]</c> for any element; empty for the whole body.</param>
/// <param name="Keyword">JSON-Schema keyword.</param>
/// <param name="Schema">Its definition, references followed.</param>
/// <param name="Location">Where the keyword stands.</param>
internal sealed record FieldRule(string Path, string Keyword, SchemaNode Schema, SourceLocation Location);

/// <summary>Lists everything a schema says of a body, field by field.</summary>
internal sealed class SchemaKeywords(EffectiveSchema effective)
{
    // A body that refers to itself is entered this often; a contract's bodies are not deeper.
    private const int MaxDepth = 8;

    /// <summary>All rules of a body.</summary>
    /// <param name="schema">Its schema as written.</param>
    /// <param name="isLeftOut">Fields that do not belong to this direction: read-only ones of requests, for example.</param>
    public IEnumerable<FieldRule> Of(SchemaNode schema, Predicate<SchemaNode> isLeftOut) =>
        Walk("", schema, null, isLeftOut, SchemaLevels.Within(schema, s => Inside(s, isLeftOut), MaxDepth));

    /// <summary>What a schema says of one value, without its fields.</summary>
    public static IEnumerable<string> Of(SchemaNode schema)
    {
        (string Keyword, bool IsSaid)[] keywords =
        [
            ("type", schema.Types is not JsonTypes.Any),
            ("minimum", schema.Minimum is not null),
            ("maximum", schema.Maximum is not null),
            ("exclusiveMinimum", schema.ExclusiveMinimum is not null),
            ("exclusiveMaximum", schema.ExclusiveMaximum is not null),
            ("multipleOf", schema.MultipleOf is not null),
            ("minLength", schema.MinLength > 0),
            ("maxLength", schema.MaxLength is not null),
            ("pattern", schema.Pattern is not null),
            ("format", schema.Format is { } format && !IsSilent(format, schema)),
            ("enum", !schema.Enum.IsDefaultOrEmpty),
            ("const", schema.Const is not null),
            ("minItems", schema.MinItems > 0),
            ("maxItems", schema.MaxItems is not null),
            ("uniqueItems", schema.UniqueItems),
            ("contains", schema.Contains is not null),
            ("prefixItems", !schema.PrefixItems.IsDefaultOrEmpty),
            ("minProperties", schema.MinProperties > 0),
            ("maxProperties", schema.MaxProperties is not null),
            ("additionalProperties", schema.AdditionalPropertiesAllowed is false),
            ("patternProperties", !schema.PatternProperties.IsDefaultOrEmpty),
            ("propertyNames", schema.PropertyNames is not null),
            ("dependentRequired", !schema.DependentRequired.IsDefaultOrEmpty),
            ("anyOf", !schema.AnyOf.IsDefaultOrEmpty),
            ("oneOf", !schema.OneOf.IsDefaultOrEmpty),
            ("not", schema.Not is not null),
            ("if", schema.If is not null),
        ];
        return keywords.Where(k => k.IsSaid).Select(k => k.Keyword);
    }

    private IEnumerable<FieldRule> Walk(
        string path,
        SchemaNode written,
        SourceLocation? required,
        Predicate<SchemaNode> isLeftOut,
        int levels
    )
    {
        var schema = effective.Of(written) with { AnyOf = written.AnyOf, OneOf = written.OneOf };
        if (isLeftOut(schema) || levels < 0)
        {
            yield break;
        }

        if (required is not null)
        {
            yield return new(path, "required", schema, required);
        }

        foreach (var keyword in Of(schema))
        {
            yield return new(path, keyword, schema, schema.LocationOf(keyword));
        }

        var fields = schema
            .Properties.Select(p => (Path: Child(path, p.Name.Value), p.Schema, p.Required))
            .Concat(schema.Items is { } items ? [($"{path}[]", items, null)] : []);
        foreach (var rule in fields.SelectMany(f => Walk(f.Path, f.Schema, f.Required, isLeftOut, levels - 1)))
        {
            yield return rule;
        }
    }

    private IEnumerable<SchemaNode> Inside(SchemaNode written, Predicate<SchemaNode> isLeftOut) =>
        isLeftOut(effective.Of(written)) ? [] : effective.Inside(written);

    private static string Child(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    // Formats that leave every value of the type valid, or that nobody can judge.
    private static bool IsSilent(string format, SchemaNode schema) =>
        !SchemaFormats.IsKnown(format)
        || SchemaFormats.Normalize(format) switch
        {
            "binary" or "password" or "float" or "double" => true,
            "decimal" => (schema.Types & JsonTypes.String) == 0,
            _ => false,
        };
}
