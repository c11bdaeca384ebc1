using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Inference;

/// <summary>Fields of a schema by dotted path, without following references.</summary>
internal static class SchemaFields
{
    public static SchemaNode? At(SchemaNode schema, string path)
    {
        var node = schema;
        foreach (var step in path.Split('.'))
        {
            if (node?.Properties.FirstOrDefault(p => p.Name.Value == step) is not { } property)
            {
                return null;
            }

            node = property.Schema;
        }

        return node;
    }

    /// <summary>All dotted paths, two levels deep.</summary>
    public static IEnumerable<string> Paths(SchemaNode schema) =>
        schema.Properties.SelectMany(p =>
            p.Schema.Properties.Select(c => $"{p.Name.Value}.{c.Name.Value}").Prepend(p.Name.Value)
        );
}
