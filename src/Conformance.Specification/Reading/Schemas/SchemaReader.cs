using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>Reads a schema as it is written: JSON-Schema keywords, or a type in words, or true and false.</summary>
internal static class SchemaReader
{
    private const string What = "a schema";

    /// <summary>Keys that are read by whoever owns the schema, for example <c>required: true</c> of a parameter.</summary>
    public static SchemaNode Read(YamlNode node, ReadingContext context, params ImmutableArray<string> foreignKeys)
    {
        switch (node)
        {
            case YamlMapping mapping:
                var reader = new MappingReader(mapping, What, context);
                reader.Ignore(foreignKeys.AsSpan());
                var schema = Keywords(reader, foreignKeys);
                reader.End();
                return schema;
            case YamlScalar { IsPlain: true, Text: "true" }:
                return Any(node);
            case YamlScalar { IsPlain: true, Text: "false" }:
                return Any(node) with { Not = Any(node) };
            case YamlScalar scalar when TypeDescription.TryParse(scalar.Text) is { } words:
                return Described(words, node.Location, context);
            default:
                context.WrongType(node, What, "a mapping, or a type in words such as \"string - meaning (optional)\"");
                return Any(node);
        }
    }

    /// <summary>A type in words, with the constraint phrases of its parentheses.</summary>
    public static SchemaNode Described(TypeDescription words, SourceLocation location, ReadingContext context)
    {
        var schema = words.ToSchema(location);
        return words.Qualifiers.Aggregate(
            schema,
            (current, qualifier) => ConstraintReader.Apply(current, qualifier, location, context)
        );
    }

    private static SchemaNode Any(YamlNode node) => new() { Location = node.Location };

    private static SchemaNode Keywords(MappingReader reader, ImmutableArray<string> foreignKeys)
    {
        var schema = new SchemaNode
        {
            Location = reader.Location,
            KeywordLocations = Locations(reader.Source),
            Types = SchemaTypes.Read(reader),
            Title = reader.Text("title")?.Value,
            Description = reader.Text("description")?.Value,
            Reference = ReferenceOf(reader),
            ReadOnly = reader.Boolean("readOnly") ?? false,
            WriteOnly = reader.Boolean("writeOnly") ?? false,
            Deprecated = reader.Boolean("deprecated") ?? false,
            Examples = ExamplesOf(reader),
            Default = reader.Node("default") is { } value ? YamlJson.Element(value) : null,
            Enum = [.. reader.Items("enum").Select(YamlJson.Element)],
            Const = reader.Node("const") is { } constant ? YamlJson.Element(constant) : null,
        };
        schema = NumberKeywords.Read(reader, schema);
        schema = TextKeywords.Read(reader, schema);
        schema = ArrayKeywords.Read(reader, schema);
        schema = ObjectKeywords.Read(reader, schema, !foreignKeys.Contains("required"));
        schema = CombinedKeywords.Read(reader, schema);
        return ConstraintReader.Read(reader, schema);
    }

    private static ImmutableDictionary<string, SourceLocation> Locations(YamlMapping mapping)
    {
        var locations = ImmutableDictionary.CreateBuilder<string, SourceLocation>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            locations[entry.Key.Text] = entry.Value.Location;
        }

        return locations.ToImmutable();
    }

    private static Located<string>? ReferenceOf(MappingReader reader)
    {
        if (reader.Text("$ref") is not { } reference)
        {
            return null;
        }

        const string prefix = "#/data_models/";
        if (!reference.Value.StartsWith(prefix, StringComparison.Ordinal))
        {
            reader.Context.Diagnostics.Report(
                LoaderRules.Reference,
                reference.Location,
                $"unresolved reference '{reference.Value}'",
                $"'{prefix}NAME'",
                reference.Value,
                $"write $ref: \"{prefix}{reference.Value.Split('/')[^1]}\""
            );
            return null;
        }

        var name = reference.Value[prefix.Length..];
        if (!reader.Context.DataModels.Contains(name))
        {
            reader.Context.Unresolved(reference.Location, "data model", name, reader.Context.DataModels);
            return null;
        }

        return new Located<string>(name, reference.Location);
    }

    private static ImmutableArray<Located<System.Text.Json.JsonElement>> ExamplesOf(MappingReader reader) =>
        [
            .. (reader.Node("example") is { } example ? [example] : Array.Empty<YamlNode>())
                .Concat(reader.Items("examples"))
                .Select(YamlJson.Located),
        ];
}
