using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>An operation of a document with where it belongs.</summary>
/// <param name="Path">Path template.</param>
/// <param name="Method">Method as the document spells it.</param>
/// <param name="Item">The path's own definitions.</param>
/// <param name="Node">The operation.</param>
internal sealed record PathOperation(string Path, YamlScalar Method, YamlMapping Item, YamlMapping Node)
{
    /// <summary><c>POST /orders</c>.</summary>
    public string Name => $"{Method.Text.ToUpperInvariant()} {Path}";

    /// <summary>The operations of a path item, in document order.</summary>
    public static IEnumerable<PathOperation> Of(string path, YamlMapping item) =>
        item
            .Entries.Where(e => IsMethod(e.Key.Text))
            .Where(e => e.Value is YamlMapping)
            .Select(e => new PathOperation(path, e.Key, item, (YamlMapping)e.Value));

    private static bool IsMethod(string key) =>
        key is "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" or "query";
}
