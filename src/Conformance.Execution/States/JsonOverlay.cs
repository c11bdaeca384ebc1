using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;

namespace Conformance.Execution.States;

/// <summary>Puts well-known data into a request body; what it does not name keeps its text.</summary>
internal static class JsonOverlay
{
    /// <summary>The body with the fixtures' fields set; members that are missing are made.</summary>
    public static byte[] Apply(JsonElement body, IEnumerable<StateFixture> fixtures)
    {
        var root = JsonNode.Parse(body.GetRawText());
        foreach (var (path, value) in fixtures.SelectMany(f => f.Values))
        {
            if (root is not null)
            {
                Set(root, [.. FieldPath.Parts(path)], JsonNode.Parse(value.GetRawText()));
            }
        }

        return Encoding.UTF8.GetBytes(root?.ToJsonString() ?? "null");
    }

    private static void Set(JsonNode root, FieldPathPart[] path, JsonNode? value)
    {
        var current = root;
        for (var i = 0; i < path.Length && current is not null; i++)
        {
            var isLast = i == path.Length - 1;
            current = isLast ? Assign(current, path[i], value) : Step(current, path[i], path[i + 1]);
        }
    }

    private static JsonNode? Assign(JsonNode node, FieldPathPart part, JsonNode? value)
    {
        if (node is JsonObject members && part.Name is { } name)
        {
            members[name] = value;
        }
        else if (node is JsonArray items && part.Index is { } index && index < items.Count)
        {
            items[index] = value;
        }
        else if (node is JsonArray list && part.Index is not null)
        {
            list.Add(value);
        }

        return null;
    }

    private static JsonNode? Step(JsonNode node, FieldPathPart part, FieldPathPart next)
    {
        if (node is JsonObject members && part.Name is { } name)
        {
            return members[name] ??= next.Index is null ? new JsonObject() : new JsonArray();
        }

        if (node is not JsonArray items || part.Index is not { } index)
        {
            return null;
        }

        if (index >= items.Count)
        {
            items.Add((JsonNode)(next.Index is null ? new JsonObject() : new JsonArray()));
        }

        return items[Math.Min(index, items.Count - 1)];
    }
}
