using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Sets of JSON types, every integer being a number.</summary>
internal static class JsonTypeSets
{
    private const JsonTypes All =
        JsonTypes.Object
        | JsonTypes.Array
        | JsonTypes.String
        | JsonTypes.Number
        | JsonTypes.Integer
        | JsonTypes.Boolean;

    /// <summary>Everything allowed but null.</summary>
    public static JsonTypes WithoutNull(JsonTypes types) =>
        types == JsonTypes.Any ? All
        : (types & JsonTypes.Number) != 0 ? (types | JsonTypes.Integer) & ~JsonTypes.Null
        : types & ~JsonTypes.Null;

    /// <summary>The types as people say them.</summary>
    public static string Name(JsonTypes types) =>
        types == JsonTypes.Any
            ? "any"
            : types.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal);

    /// <summary>Whether numbers are whole.</summary>
    public static bool IsWhole(SchemaNode node) => WithoutNull(node.Types) == JsonTypes.Integer;
}
