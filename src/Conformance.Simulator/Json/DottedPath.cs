using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Json;

/// <summary>Reads and writes members by dotted paths such as <c>error.type</c>.</summary>
internal static class DottedPath
{
    /// <summary>The value at a path, or null.</summary>
    public static JsonNode? Get(JsonNode? root, string? path) =>
        path is null ? null : path.Split('.').Aggregate(root, (node, name) => (node as JsonObject)?[name]);

    /// <summary>Puts a value at a path, with the objects on the way; nothing is done without a path.</summary>
    public static void Set(JsonObject root, string? path, JsonNode? value)
    {
        if (path is null)
        {
            return;
        }

        var names = path.Split('.');
        var at = root;
        foreach (var name in names[..^1])
        {
            if (at[name] is not JsonObject inner)
            {
                at[name] = inner = [];
            }

            at = inner;
        }

        at[names[^1]] = value;
    }

    /// <summary>Removes what is at a path.</summary>
    public static void Remove(JsonNode? root, string path)
    {
        var dot = path.LastIndexOf('.');
        var parent = dot < 0 ? root : Get(root, path[..dot]);
        (parent as JsonObject)?.Remove(path[(dot + 1)..]);
    }

    /// <summary>The schema at a path, or null; references are not followed, for error formats are written in place.</summary>
    public static SchemaNode? Schema(SchemaNode? root, string? path) =>
        path
            ?.Split('.')
            .Aggregate(root, (schema, name) => schema?.Properties.FirstOrDefault(p => p.Name.Value == name)?.Schema);
}
