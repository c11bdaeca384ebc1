using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Resources;

/// <summary>Answers lists and searches: filters by query parameters, cuts pages, and fills the declared envelope.</summary>
internal sealed class ResourceListing(SchemaIndex schemas, ValueGenerator values, Representation representation)
{
    /// <summary>Whether a resource is asked for: each query parameter named like one of its fields must equal it.</summary>
    public static bool Matches(Call call, ResourceRole role, Resource resource) =>
        call.Endpoint!.QueryParameters.All(parameter =>
        {
            var name = parameter.Name.Value;
            var wanted = call.Request.Query.Where(q => q.Key == name).Select(q => q.Value).ToList();
            var isFilter = name == role.QueryParameter || resource.Fields.ContainsKey(name);
            return wanted.Count == 0 || !isFilter || wanted.Contains(resource.Fields[name]?.ToString() ?? "");
        });

    /// <summary>The resources in the declared order; equal ones, and all where none is declared, stay newest first.</summary>
    public static IReadOnlyList<Resource> Sorted(ResourceRole role, IEnumerable<Resource> found) =>
        role.Order?.Value switch
        {
            null => [.. found],
            { IsDescending: true } order => [.. found.OrderByDescending(r => Key(r, order), FieldValues.InOrder)],
            var order => [.. found.OrderBy(r => Key(r, order), FieldValues.InOrder)],
        };

    private static JsonNode? Key(Resource resource, ListOrder order) => DottedPath.Get(resource.Fields, order.Field);

    /// <summary>The answer.</summary>
    public JsonNode? Write(Call call, ResourceRole role, SchemaNode schema, IReadOnlyList<Resource> found)
    {
        var page = call.World.Faults.Through(Page.Read(call), (f, p) => f.AlterPage(call, p));
        var array = role.CollectionField is { } name ? schemas.Property(schema, name)?.Schema : schema;
        var longest = array is null ? null : schemas.First(array, p => p.MaxItems);
        var size = Math.Min(page.Size, longest ?? int.MaxValue);
        var shown = found.Skip(page.Offset).Take(size).Select(r => Item(array, r, role)).ToArray();
        var collection = new JsonArray(shown);
        if (role.CollectionField is null)
        {
            return collection;
        }

        var envelope = new JsonObject { [role.CollectionField] = collection };
        var hasMore = page.Offset + shown.Length < found.Count;
        var next = hasMore ? (page.Offset + shown.Length).ToString(CultureInfo.InvariantCulture) : null;
        foreach (var property in schemas.Properties(schema).Where(p => p.Name.Value != role.CollectionField))
        {
            Describe(envelope, property, page with { Size = size }, found.Count, shown.Length, next);
        }

        foreach (
            var missing in schemas.Properties(schema).Where(p => p.IsRequired && !envelope.ContainsKey(p.Name.Value))
        )
        {
            envelope[missing.Name.Value] = values.Generate(missing.Schema);
        }

        return envelope;
    }

    private JsonNode? Item(SchemaNode? array, Resource resource, ResourceRole role) =>
        array is not null && schemas.Items(array) is { } items
            ? representation.Of(items, resource.Fields, role.Identifier.Value)
            : resource.Fields.DeepClone();

    /// <summary>Fields beside the collection are recognised by their names; an object among them is an envelope of its own.</summary>
    private void Describe(JsonObject envelope, SchemaProperty property, Page page, int total, int count, string? next)
    {
        var name = property.Name.Value;
        if (schemas.Types(property.Schema) is JsonTypes.Object)
        {
            var inner = new JsonObject();
            foreach (var nested in schemas.Properties(property.Schema))
            {
                Describe(inner, nested, page, total, count, next);
            }

            envelope[name] = inner;
            return;
        }

        JsonNode? value = name.ToLowerInvariant() switch
        {
            var n when n.StartsWith("total_p", StringComparison.Ordinal) => (total + page.Size - 1) / page.Size,
            var n when n.StartsWith("total", StringComparison.Ordinal) => total,
            "count" or "size" => count,
            "limit" or "page_size" or "per_page" or "pagesize" => page.Size,
            "offset" => page.Offset,
            "page" or "page_number" => (page.Offset / page.Size) + 1,
            "has_more" or "hasmore" or "has_next" => next is not null,
            "next_cursor" or "nextcursor" or "next" or "cursor" => next,
            _ => null,
        };
        if (value is not null || (schemas.Types(property.Schema).HasFlag(JsonTypes.Null) && property.IsRequired))
        {
            envelope[name] = value;
        }
    }
}
