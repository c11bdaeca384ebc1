using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>The keyword <c>type</c>: one name, or a list of names.</summary>
internal static class SchemaTypes
{
    private static readonly Dictionary<string, JsonTypes> Names = new(StringComparer.Ordinal)
    {
        ["object"] = JsonTypes.Object,
        ["array"] = JsonTypes.Array,
        ["string"] = JsonTypes.String,
        ["number"] = JsonTypes.Number,
        ["integer"] = JsonTypes.Integer,
        ["boolean"] = JsonTypes.Boolean,
        ["null"] = JsonTypes.Null,
    };

    public static JsonTypes Read(MappingReader reader)
    {
        var node = reader.Node("type");
        var nullable = reader.Boolean("nullable") == true ? JsonTypes.Null : JsonTypes.Any;
        return node switch
        {
            null => JsonTypes.Any,
            YamlSequence list => list.Items.Aggregate(nullable, (types, item) => types | Type(item, reader.Context)),
            _ => Type(node, reader.Context) | nullable,
        };
    }

    private static JsonTypes Type(YamlNode node, ReadingContext context)
    {
        // The name of the type null is a text, quoted or not.
        var name = (node as YamlScalar)?.Text;
        if (name is not null && Names.TryGetValue(name, out var type))
        {
            return type;
        }

        var near = name is null ? null : Synonym(name) ?? NearestWord.Among(Names.Keys, name);
        context.Diagnostics.Report(
            LoaderRules.WrongType,
            node.Location,
            $"{node.Describe()} is no type",
            "one of " + string.Join(", ", Names.Keys),
            name,
            near is null ? null : $"did you mean '{near}'?"
        );
        return JsonTypes.Any;
    }

    private static string? Synonym(string name) =>
        name.ToLowerInvariant() switch
        {
            "int" or "int32" or "int64" or "long" => "integer",
            "float" or "double" or "decimal" => "number",
            "str" or "text" or "date" or "datetime" or "uuid" => "string",
            "bool" => "boolean",
            "list" => "array",
            "map" or "dict" or "dictionary" => "object",
            _ => null,
        };
}
