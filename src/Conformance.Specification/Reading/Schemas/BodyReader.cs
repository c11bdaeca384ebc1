using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>Reads what may be a schema or an example of the value.</summary>
internal static class BodyReader
{
    private static readonly string[] SchemaMarks =
    [
        "properties",
        "items",
        "required",
        "allOf",
        "anyOf",
        "oneOf",
        "enum",
        "additionalProperties",
        "minProperties",
        "pattern",
        "format",
    ];

    /// <summary>Reads <c>schema</c>, <c>example</c> and <c>body</c> of a request or response.</summary>
    public static (SchemaNode? Schema, Located<JsonElement>? Example) Read(MappingReader reader)
    {
        var declared = reader.Node("schema");
        var example = reader.Node("example");
        if (reader.Value("body") is { } body)
        {
            if (IsSchema(body))
            {
                declared ??= body;
            }
            else
            {
                example ??= body;
            }
        }

        var schema =
            declared is not null ? SchemaReader.Read(declared, reader.Context)
            : example is not null ? FromExample(example)
            : null;
        return (schema, example is null ? null : YamlJson.Located(example));
    }

    /// <summary>Reads a value that is a schema, or a mapping of types in words, or an example.</summary>
    public static SchemaNode Shape(YamlNode node, ReadingContext context) =>
        IsSchema(node) ? SchemaReader.Read(node, context) : FromExample(node);

    public static SchemaNode FromExample(YamlNode example) =>
        ExampleSchema.Infer(YamlJson.Element(example), example.Location, pointer => Locate(example, pointer));

    /// <summary>A mapping with <c>$ref</c>, or with a type beside another keyword, is a schema; "type: pickup" alone is not.</summary>
    public static bool IsSchema(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            return false;
        }

        var type = mapping.Find("type");
        var isTyped =
            type is YamlSequence
            || type is YamlScalar { Text: "object" or "array" or "string" or "number" or "integer" or "boolean" };
        return mapping.Find("$ref") is YamlScalar
            || (isTyped && (mapping.Entries.Length == 1 || SchemaMarks.Any(m => mapping.Find(m) is not null)))
            || mapping.Find("properties") is YamlMapping
            || SchemaMarks.Skip(3).Take(3).Any(m => mapping.Find(m) is YamlSequence);
    }

    private static SourceLocation Locate(YamlNode root, string pointer)
    {
        var node = root;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var next = node switch
            {
                YamlMapping mapping => mapping.Find(name),
                YamlSequence list when int.TryParse(name, out var index) => list.Items.ElementAtOrDefault(index),
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            node = next;
        }

        return node.Location;
    }
}
