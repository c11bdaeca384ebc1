using Conformance.Specification.Model;

namespace Conformance.Specification.Schemas.Writing;

/// <summary>A schema as JSON, with the way back from its JSON to the specification.</summary>
/// <param name="Json">JSON Schema 2020-12.</param>
/// <param name="Nodes">The node that was written at a JSON Pointer.</param>
internal sealed record WrittenSchema(string Json, IReadOnlyDictionary<string, SchemaNode> Nodes)
{
    /// <summary>Where a keyword of the JSON stands in the specification.</summary>
    /// <param name="pointer">JSON Pointer of the keyword.</param>
    /// <param name="property">For <c>required</c>, the property that is missing.</param>
    public SourceLocation Locate(string pointer, string? property = null)
    {
        var (at, keyword) = (pointer, "");
        while (!Nodes.ContainsKey(at))
        {
            var slash = at.LastIndexOf('/');
            (at, keyword) = (at[..slash], at[(slash + 1)..]);
        }

        var node = Nodes[at];
        return keyword switch
        {
            "required" when node.Properties.FirstOrDefault(p => p.Name.Value == property)?.Required is { } place =>
                place,
            "$ref" when node.Reference is { } reference => reference.Location,
            _ => node.LocationOf(keyword),
        };
    }
}
