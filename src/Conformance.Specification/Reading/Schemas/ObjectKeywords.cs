using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>Keywords of objects. Properties may be types in words, which then say whether they are optional.</summary>
internal static class ObjectKeywords
{
    public static SchemaNode Read(MappingReader reader, SchemaNode schema, bool readsRequired)
    {
        var additional = reader.Node("additionalProperties");
        var allowed = additional is YamlScalar { IsPlain: true } flag ? CoreSchema.Boolean(flag.Text) : null;
        return schema with
        {
            Properties = Properties(reader, readsRequired ? Required(reader) : []),
            AdditionalPropertiesAllowed = allowed,
            AdditionalProperties =
                additional is null || allowed is not null ? null : SchemaReader.Read(additional, reader.Context),
            PatternProperties = Schemas(reader, "patternProperties"),
            PropertyNames = reader.Node("propertyNames") is { } names ? SchemaReader.Read(names, reader.Context) : null,
            DependentRequired = DependentRequired(reader),
            MinProperties = TextKeywords.Count(reader, "minProperties"),
            MaxProperties = TextKeywords.Count(reader, "maxProperties"),
        };
    }

    private static ImmutableArray<Located<string>> Required(MappingReader reader)
    {
        if (reader.Node("required") is YamlScalar { IsPlain: true, Text: "true" or "false" } flag)
        {
            reader.Context.WrongType(
                flag,
                "'required'",
                "a list of property names",
                "list the name under 'required' of the object that has the property"
            );
            return [];
        }

        return reader.Texts("required");
    }

    private static ImmutableArray<SchemaProperty> Properties(
        MappingReader reader,
        ImmutableArray<Located<string>> required
    )
    {
        var properties = ImmutableArray.CreateBuilder<SchemaProperty>();
        foreach (var (name, node) in Entries(reader, "properties"))
        {
            var place = required.FirstOrDefault(r => r.Value == name.Text)?.Location;
            properties.Add(Property(name, node, place, reader.Context));
        }

        foreach (var name in required.Where(r => properties.All(p => p.Name.Value != r.Value)))
        {
            properties.Add(new SchemaProperty(name, new SchemaNode { Location = name.Location }, name.Location));
        }

        return properties.ToImmutable();
    }

    private static SchemaProperty Property(
        YamlScalar name,
        YamlNode node,
        SourceLocation? required,
        ReadingContext context
    )
    {
        var located = new Located<string>(name.Text, name.Location);
        return new SchemaProperty(located, SchemaReader.Read(node, context), required);
    }

    private static IEnumerable<YamlEntry> Entries(MappingReader reader, string key) =>
        reader.Value(key) is YamlMapping mapping ? mapping.Entries : reader.Entries(key);

    private static ImmutableArray<KeyValuePair<string, SchemaNode>> Schemas(MappingReader reader, string key) =>
        [
            .. Entries(reader, key)
                .Select(e => KeyValuePair.Create(e.Key.Text, SchemaReader.Read(e.Value, reader.Context))),
        ];

    private static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> DependentRequired(
        MappingReader reader
    ) =>
        [
            .. Entries(reader, "dependentRequired")
                .Select(e =>
                    KeyValuePair.Create(
                        e.Key.Text,
                        e.Value is YamlSequence names
                            ? [.. names.Items.OfType<YamlScalar>().Select(n => n.Text)]
                            : ImmutableArray<string>.Empty
                    )
                ),
        ];
}
