using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>Keywords that combine schemas.</summary>
internal static class CombinedKeywords
{
    public static SchemaNode Read(MappingReader reader, SchemaNode schema) =>
        schema with
        {
            AllOf = Many(reader, "allOf"),
            AnyOf = Many(reader, "anyOf"),
            OneOf = Many(reader, "oneOf"),
            Not = One(reader, "not"),
            If = One(reader, "if"),
            Then = One(reader, "then"),
            Else = One(reader, "else"),
        };

    private static SchemaNode? One(MappingReader reader, string key) =>
        reader.Node(key) is { } node ? SchemaReader.Read(node, reader.Context) : null;

    private static ImmutableArray<SchemaNode> Many(MappingReader reader, string key) =>
        [.. reader.Items(key).Select(node => SchemaReader.Read(node, reader.Context))];
}
