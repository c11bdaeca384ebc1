using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Schemas;

/// <summary>Keywords of arrays.</summary>
internal static class ArrayKeywords
{
    public static SchemaNode Read(MappingReader reader, SchemaNode schema) =>
        schema with
        {
            Items = reader.Node("items") is { } items ? SchemaReader.Read(items, reader.Context) : null,
            PrefixItems = [.. reader.Items("prefixItems").Select(item => SchemaReader.Read(item, reader.Context))],
            Contains = reader.Node("contains") is { } contains ? SchemaReader.Read(contains, reader.Context) : null,
            MinItems = TextKeywords.Count(reader, "minItems"),
            MaxItems = TextKeywords.Count(reader, "maxItems"),
            UniqueItems = reader.Boolean("uniqueItems") ?? false,
        };
}
