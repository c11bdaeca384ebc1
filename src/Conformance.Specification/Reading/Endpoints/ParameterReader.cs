using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Schemas;
using Conformance.Specification.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Endpoints;

/// <summary>Path and query parameters: a schema, a type in words, or a description.</summary>
internal static partial class ParameterReader
{
    /// <summary>The parameters of the template in its order; what the block declares beside them is reported.</summary>
    public static ImmutableArray<ParameterDefinition> Path(MappingReader reader, Located<string> path)
    {
        var declared = reader
            .Entries("path_parameters")
            .Select(e => Read(e, reader.Context, requiredByDefault: true))
            .ToList();
        var names = Placeholder().Matches(path.Value).Select(m => m.Groups["name"].Value).ToList();
        foreach (var stray in declared.Where(d => !names.Contains(d.Name.Value)))
        {
            reader.Context.Unresolved(stray.Name.Location, "placeholder in the path named", stray.Name.Value, names);
        }

        return [.. names.Select(name => declared.FirstOrDefault(d => d.Name.Value == name) ?? Undeclared(name, path))];
    }

    public static ImmutableArray<ParameterDefinition> Query(MappingReader reader) =>
        [.. reader.Entries("query_parameters").Select(e => Read(e, reader.Context, requiredByDefault: false))];

    private static ParameterDefinition Undeclared(string name, Located<string> path) =>
        new(
            new Located<string>(name, path.Location),
            true,
            new SchemaNode { Location = path.Location, Types = JsonTypes.String },
            null
        );

    private static ParameterDefinition Read(YamlEntry entry, ReadingContext context, bool requiredByDefault)
    {
        var name = new Located<string>(entry.Key.Text, entry.Key.Location);
        if (entry.Value is not YamlMapping mapping)
        {
            return InWords(name, entry.Value, context, requiredByDefault);
        }

        var owner = new MappingReader(mapping, $"parameter '{name.Value}'", context);
        var required = owner.Boolean("required") ?? requiredByDefault;
        var schema = owner.Node("schema") is { } declared
            ? SchemaReader.Read(declared, context)
            : SchemaReader.Read(mapping, context, "required");
        return new ParameterDefinition(name, required, schema, schema.Description ?? owner.Text("description")?.Value);
    }

    private static ParameterDefinition InWords(
        Located<string> name,
        YamlNode node,
        ReadingContext context,
        bool requiredByDefault
    )
    {
        var text = context.Text(node, $"parameter '{name.Value}'");
        var words = text is null ? null : TypeDescription.TryParse(text.Value);
        var schema = words is null
            ? new SchemaNode
            {
                Location = node.Location,
                Types = JsonTypes.String,
                Description = text?.Value,
            }
            : SchemaReader.Described(words, node.Location, context);
        var required =
            requiredByDefault || text?.Value.Contains("(required)", StringComparison.OrdinalIgnoreCase) == true;
        return new ParameterDefinition(name, required, schema, schema.Description);
    }

    [GeneratedRegex(@"\{(?<name>[^{}/]+)\}", RegexOptions.None, 10_000)]
    private static partial Regex Placeholder();
}
