using Conformance.Specification.Model;

namespace Conformance.Specification.Schemas.Writing;

/// <summary>Questions about the nodes of a schema.</summary>
internal static class SchemaNodes
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

    /// <summary>The names of types in a fixed order; none for any type.</summary>
    /// <param name="types">The types.</param>
    public static string[] NamesOf(JsonTypes types) =>
        [.. TypeNames.Where(entry => (types & entry.Type) != 0).Select(entry => entry.Name)];

    /// <summary>The schemas directly inside a schema.</summary>
    /// <param name="node">The schema.</param>
    public static IEnumerable<SchemaNode> ChildrenOf(SchemaNode node) =>
        node
            .Properties.Select(property => property.Schema)
            .Concat(node.PatternProperties.Select(entry => entry.Value))
            .Concat(node.PrefixItems)
            .Concat(node.AllOf)
            .Concat(node.AnyOf)
            .Concat(node.OneOf)
            .Concat(
                new[]
                {
                    node.AdditionalProperties,
                    node.PropertyNames,
                    node.Items,
                    node.Contains,
                    node.Not,
                    node.If,
                    node.Then,
                    node.Else,
                }.OfType<SchemaNode>()
            );

    /// <summary>Whether other assertions stand beside the schema's reference.</summary>
    /// <param name="node">The schema.</param>
    public static bool HasCompany(SchemaNode node) =>
        node.Reference is not null
        && node
            != Bare(node) with
            {
                Title = node.Title,
                Description = node.Description,
                Default = node.Default,
                Examples = node.Examples,
                ReadOnly = node.ReadOnly,
                WriteOnly = node.WriteOnly,
                Deprecated = node.Deprecated,
                InferredFromExample = node.InferredFromExample,
            };

    private static SchemaNode Bare(SchemaNode node) =>
        new()
        {
            Location = node.Location,
            KeywordLocations = node.KeywordLocations,
            Reference = node.Reference,
        };
}
