using System.Text.Json.Nodes;

namespace Conformance.Scenarios.Payloads;

/// <summary>Changes one place of a payload and nothing else; the payload that was given stays as it is.</summary>
internal static class PayloadEditor
{
    /// <summary>The payload with this value there; objects and elements on the way are made when they are absent.</summary>
    public static JsonNode? With(JsonNode? payload, FieldPath path, JsonNode? value)
    {
        if (path.IsRoot)
        {
            return value?.DeepClone();
        }

        var root = payload?.DeepClone();
        root = Ensure(root, path.Segments[0]);
        var place = root;
        for (var i = 0; i < path.Segments.Length - 1; i++)
        {
            var child = Ensure(Get(place, path.Segments[i]), path.Segments[i + 1]);
            Put(place, path.Segments[i], child);
            place = child;
        }

        Put(place, path.Segments[^1], value?.DeepClone());
        return root;
    }

    /// <summary>The payload without that place; the same payload when it has no such place.</summary>
    public static JsonNode? Without(JsonNode? payload, FieldPath path)
    {
        var root = payload?.DeepClone();
        switch (Find(root, path.Parent), path.IsRoot ? null : path.Segments[^1])
        {
            case (JsonObject parent, FieldPath.Segment.Property { Name: var name }):
                parent.Remove(name);
                break;
            case (JsonArray parent, FieldPath.Segment.Element { Index: { } index }) when index < parent.Count:
                parent.RemoveAt(index);
                break;
            default:
                break;
        }

        return root;
    }

    /// <summary>What stands there; null when nothing does, or null does.</summary>
    public static JsonNode? Find(JsonNode? payload, FieldPath path) =>
        path.Segments.Aggregate(payload, (place, segment) => place is null ? null : Get(place, segment));

    private static JsonNode? Get(JsonNode? place, FieldPath.Segment segment) =>
        (place, segment) switch
        {
            (JsonObject parent, FieldPath.Segment.Property { Name: var name }) => parent[name],
            (JsonArray parent, FieldPath.Segment.Element { Index: var index }) when (index ?? 0) < parent.Count =>
                parent[index ?? 0],
            _ => null,
        };

    private static JsonNode Ensure(JsonNode? place, FieldPath.Segment next) =>
        next switch
        {
            FieldPath.Segment.Property => place as JsonObject ?? [],
            _ => place as JsonArray ?? (JsonNode)new JsonArray(),
        };

    // An element beyond the end goes to the end: a payload never gets holes.
    private static void Put(JsonNode place, FieldPath.Segment segment, JsonNode? value)
    {
        if (value is not null && ReferenceEquals(Get(place, segment), value))
        {
            return;
        }

        if (segment is FieldPath.Segment.Property { Name: var name })
        {
            ((JsonObject)place)[name] = value;
        }
        else if (segment is FieldPath.Segment.Element { Index: var index })
        {
            var array = (JsonArray)place;
            if ((index ?? 0) < array.Count)
            {
                array[index ?? 0] = value;
            }
            else
            {
                array.Add(value);
            }
        }
    }
}
