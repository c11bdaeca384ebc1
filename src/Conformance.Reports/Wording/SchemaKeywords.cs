using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Reports.Wording;

/// <summary>Writes the keywords of a schema.</summary>
internal sealed class SchemaKeywords(Utf8JsonWriter writer)
{
    private static readonly (JsonTypes Type, string Name)[] TypeNames =
    [
        (JsonTypes.Object, "object"),
        (JsonTypes.Array, "array"),
        (JsonTypes.String, "string"),
        (JsonTypes.Number, "number"),
        (JsonTypes.Integer, "integer"),
        (JsonTypes.Boolean, "boolean"),
        (JsonTypes.Null, "null"),
    ];

    /// <summary>Every schema directly inside another.</summary>
    public static IEnumerable<SchemaNode> ChildrenOf(SchemaNode schema) =>
        schema
            .Properties.Select(p => p.Schema)
            .Concat(schema.PatternProperties.Select(p => p.Value))
            .Concat(schema.PrefixItems)
            .Concat(schema.AllOf)
            .Concat(schema.AnyOf)
            .Concat(schema.OneOf)
            .Concat(Single(schema).Select(s => s.Schema).OfType<SchemaNode>());

    /// <summary>Writes a schema as an object.</summary>
    public void WriteObject(SchemaNode schema)
    {
        writer.WriteStartObject();
        WriteAll(schema);
        writer.WriteEndObject();
    }

    /// <summary>Writes all keywords into the object that is open.</summary>
    public void WriteAll(SchemaNode schema)
    {
        WriteReference(schema);
        WriteTypes(schema);
        WriteTexts(schema);
        WriteValues(schema);
        WriteNumbers(schema);
        WriteObjectKeywords(schema);
        WriteNested(schema);
    }

    private static (string Keyword, SchemaNode? Schema)[] Single(SchemaNode schema) =>
        [
            ("additionalProperties", schema.AdditionalProperties),
            ("propertyNames", schema.PropertyNames),
            ("items", schema.Items),
            ("contains", schema.Contains),
            ("not", schema.Not),
            ("if", schema.If),
            ("then", schema.Then),
            ("else", schema.Else),
        ];

    private void WriteReference(SchemaNode schema)
    {
        if (schema.Reference is { } reference)
        {
            writer.WriteString("$ref", $"#/$defs/{reference.Value.Replace("~", "~0").Replace("/", "~1")}");
        }
    }

    private void WriteTypes(SchemaNode schema)
    {
        var names = TypeNames.Where(t => schema.Types.HasFlag(t.Type)).Select(t => t.Name).ToArray();
        if (names is [var only])
        {
            writer.WriteString("type", only);
        }
        else if (names.Length > 1)
        {
            WriteStrings("type", names);
        }
    }

    private void WriteTexts(SchemaNode schema)
    {
        WriteText("title", schema.Title);
        WriteText("description", schema.Description);
        WriteText("format", schema.Format);
        WriteText("pattern", schema.Pattern);
    }

    private void WriteValues(SchemaNode schema)
    {
        WriteValue("const", schema.Const);
        WriteValue("default", schema.Default);
        if (!schema.Enum.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("enum");
            foreach (var value in schema.Enum)
            {
                value.WriteTo(writer);
            }

            writer.WriteEndArray();
        }
    }

    private void WriteNumbers(SchemaNode schema)
    {
        WriteNumber("minLength", schema.MinLength);
        WriteNumber("maxLength", schema.MaxLength);
        WriteNumber("minimum", schema.Minimum);
        WriteNumber("exclusiveMinimum", schema.ExclusiveMinimum);
        WriteNumber("maximum", schema.Maximum);
        WriteNumber("exclusiveMaximum", schema.ExclusiveMaximum);
        WriteNumber("multipleOf", schema.MultipleOf);
        WriteNumber("minItems", schema.MinItems);
        WriteNumber("maxItems", schema.MaxItems);
        WriteNumber("minProperties", schema.MinProperties);
        WriteNumber("maxProperties", schema.MaxProperties);
        WriteTrue("uniqueItems", schema.UniqueItems);
        WriteTrue("readOnly", schema.ReadOnly);
        WriteTrue("writeOnly", schema.WriteOnly);
    }

    private void WriteObjectKeywords(SchemaNode schema)
    {
        WriteMap("properties", schema.Properties.Select(p => (p.Name.Value, p.Schema)));
        WriteMap("patternProperties", schema.PatternProperties.Select(p => (p.Key, p.Value)));
        var required = schema.Properties.Where(p => p.IsRequired).Select(p => p.Name.Value).ToArray();
        if (required.Length > 0)
        {
            WriteStrings("required", required);
        }

        if (schema is { AdditionalProperties: null, AdditionalPropertiesAllowed: { } allowed })
        {
            writer.WriteBoolean("additionalProperties", allowed);
        }

        if (!schema.DependentRequired.IsDefaultOrEmpty)
        {
            writer.WriteStartObject("dependentRequired");
            foreach (var (name, names) in schema.DependentRequired)
            {
                WriteStrings(name, names);
            }

            writer.WriteEndObject();
        }
    }

    private void WriteNested(SchemaNode schema)
    {
        foreach (var (keyword, nested) in Single(schema))
        {
            if (nested is not null)
            {
                writer.WritePropertyName(keyword);
                WriteObject(nested);
            }
        }

        WriteList("prefixItems", schema.PrefixItems);
        WriteList("allOf", schema.AllOf);
        WriteList("anyOf", schema.AnyOf);
        WriteList("oneOf", schema.OneOf);
    }

    private void WriteMap(string keyword, IEnumerable<(string Name, SchemaNode Schema)> schemas)
    {
        var all = schemas.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        writer.WriteStartObject(keyword);
        foreach (var (name, schema) in all)
        {
            writer.WritePropertyName(name);
            WriteObject(schema);
        }

        writer.WriteEndObject();
    }

    private void WriteList(string keyword, IReadOnlyCollection<SchemaNode> schemas)
    {
        if (schemas.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(keyword);
        foreach (var schema in schemas)
        {
            WriteObject(schema);
        }

        writer.WriteEndArray();
    }

    private void WriteStrings(string keyword, IEnumerable<string> values)
    {
        writer.WriteStartArray(keyword);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private void WriteText(string keyword, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(keyword, text);
        }
    }

    private void WriteValue(string keyword, JsonElement? value)
    {
        if (value is { } element)
        {
            writer.WritePropertyName(keyword);
            element.WriteTo(writer);
        }
    }

    private void WriteNumber(string keyword, decimal? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(keyword, value);
        }
    }

    private void WriteTrue(string keyword, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(keyword, true);
        }
    }
}
