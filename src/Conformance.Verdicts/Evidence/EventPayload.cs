using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>
/// The event's own fields in a delivery. The written form of a specification has two shapes, an envelope and a flat
/// payload, so they are looked for in the objects of the body, the outermost last.
/// </summary>
internal sealed class EventPayload
{
    private readonly SeenDelivery delivery;
    private readonly List<(string Path, JsonElement Object)> places = [];

    /// <summary>Looks at a delivery.</summary>
    /// <param name="delivery">The delivery; its body is JSON.</param>
    public EventPayload(SeenDelivery delivery)
    {
        this.delivery = delivery;
        if (delivery.Json is { ValueKind: JsonValueKind.Object } root)
        {
            var outer = Objects("", root).ToList();
            places.AddRange(outer);
            places.AddRange(outer.SelectMany(p => Objects($"{p.Path}.", p.Object)));
            places.Add(("", root));
        }
    }

    /// <summary>Where a field is, and what it holds; null when it is nowhere.</summary>
    /// <param name="name">Name of the field, or its path in the body.</param>
    public (string Path, JsonElement Value)? Find(string name)
    {
        if (name.Contains('.', StringComparison.Ordinal) && delivery.Json is { } root)
        {
            return FieldPath.Find(root, name) is { } value ? (name, value) : null;
        }

        foreach (var (path, place) in places)
        {
            if (place.TryGetProperty(name, out var value))
            {
                return (Join(path, name), value);
            }
        }

        return null;
    }

    /// <summary>
    /// The fields of a schema that the delivery has, as one object; null when it has none but those that every delivery
    /// has.
    /// </summary>
    /// <param name="schema">The declared payload.</param>
    public JsonElement? Merged(SchemaNode schema)
    {
        var names = NamesOf(schema, 0).Distinct(StringComparer.Ordinal).ToList();
        var found = names.Select(n => (Name: n, At: Find(n))).Where(f => f.At is not null).ToList();
        if (found.All(f => IsOfEnvelope(f.At!.Value.Path)))
        {
            return null;
        }

        var merged = new JsonObject(
            found.Select(f => KeyValuePair.Create(f.Name, JsonNode.Parse(f.At!.Value.Value.GetRawText())))
        );
        return JsonSerializer.SerializeToElement(merged);
    }

    /// <summary>Where a field of the payload is, or would be.</summary>
    /// <param name="path">Path of the field in the payload.</param>
    /// <param name="schema">The declared payload.</param>
    public string PathOf(string path, SchemaNode schema)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        var name = end < 0 ? path : path[..end];
        if (name.Length > 0 && Find(name) is { } found)
        {
            return found.Path + (end < 0 ? "" : path[end..]);
        }

        var sibling = NamesOf(schema, 0).Select(Find).FirstOrDefault(f => f is not null && !IsOfEnvelope(f.Value.Path));
        var place = sibling?.Path[..Math.Max(0, sibling.Value.Path.LastIndexOf('.'))] ?? "";
        return Join(place, path);
    }

    private bool IsOfEnvelope(string path)
    {
        var node = delivery.Webhooks.Envelope;
        foreach (var name in path.Split('.'))
        {
            node = node?.Properties.FirstOrDefault(p => p.Name.Value == name)?.Schema;
        }

        return node is not null;
    }

    private IEnumerable<string> NamesOf(SchemaNode schema, int depth) =>
        depth > 8
            ? []
            : schema
                .Properties.Select(p => p.Name.Value)
                .Concat(schema.AllOf.SelectMany(s => NamesOf(s, depth + 1)))
                .Concat(
                    schema.Reference is { } reference
                    && delivery.Context.Specification.DataModels.FirstOrDefault(m => m.Name.Value == reference.Value)
                        is { } model
                        ? NamesOf(model.Schema, depth + 1)
                        : []
                );

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static IEnumerable<(string Path, JsonElement Object)> Objects(string prefix, JsonElement of) =>
        of.EnumerateObject()
            .Where(p => p.Value.ValueKind is JsonValueKind.Object)
            .Select(p => ($"{prefix}{p.Name}", p.Value));
}
