using System.Collections.Concurrent;
using System.Collections.Frozen;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Json;

/// <summary>Follows references to data models and looks through <c>allOf</c>.</summary>
internal sealed class SchemaIndex(IntegrationSpecification specification)
{
    private const int MaxParts = 64;

    private readonly FrozenDictionary<string, SchemaNode> _models = specification
        .DataModels.DistinctBy(m => m.Name.Value)
        .ToFrozenDictionary(m => m.Name.Value, m => m.Schema);

    // Asked for every member of every answer; a specification does not change while it is served.
    private readonly ConcurrentDictionary<SchemaNode, IReadOnlyList<SchemaNode>> _parts = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly ConcurrentDictionary<SchemaNode, IReadOnlyList<SchemaProperty>> _properties = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>The data model a schema refers to, or null.</summary>
    public SchemaNode? Target(SchemaNode schema) =>
        schema.Reference is { } reference ? _models.GetValueOrDefault(reference.Value) : null;

    /// <summary>The schema itself, what it refers to, and every part of its <c>allOf</c>; bounded, for references may be circular.</summary>
    public IReadOnlyList<SchemaNode> Parts(SchemaNode schema) => _parts.GetOrAdd(schema, PartsOf);

    /// <summary>The first value a part of the schema has, or null.</summary>
    public T? First<T>(SchemaNode schema, Func<SchemaNode, T?> select) =>
        Parts(schema).Select(select).FirstOrDefault(v => v is not null);

    /// <summary>The declared types; <see cref="JsonTypes.Any"/> when no part declares one.</summary>
    public JsonTypes Types(SchemaNode schema)
    {
        var declared = Parts(schema).Select(p => p.Types).FirstOrDefault(t => t is not JsonTypes.Any);
        return declared is JsonTypes.Any && Properties(schema).Count > 0 ? JsonTypes.Object : declared;
    }

    /// <summary>The properties of all parts in order; required when one part requires them.</summary>
    public IReadOnlyList<SchemaProperty> Properties(SchemaNode schema) => _properties.GetOrAdd(schema, PropertiesOf);

    /// <summary>A property of any part, or null.</summary>
    public SchemaProperty? Property(SchemaNode schema, string name) =>
        Properties(schema).FirstOrDefault(p => p.Name.Value == name);

    /// <summary>The schema at a dotted path, or null.</summary>
    public SchemaNode? At(SchemaNode? root, string? path) =>
        path?.Split('.').Aggregate(root, (s, name) => s is null ? null : Property(s, name)?.Schema);

    /// <summary>What array elements must be, or null.</summary>
    public SchemaNode? Items(SchemaNode schema) => First(schema, p => p.Items);

    /// <summary>The schemas of what stands directly in a value: its fields, then its elements.</summary>
    public IEnumerable<SchemaNode> Inside(SchemaNode schema) =>
        Properties(schema).Select(p => p.Schema).Concat(Items(schema) is { } items ? [items] : []);

    private List<SchemaNode> PartsOf(SchemaNode schema)
    {
        var parts = new List<SchemaNode>();
        var pending = new Stack<SchemaNode>([schema]);
        while (pending.TryPop(out var part) && parts.Count < MaxParts)
        {
            if (parts.Contains(part, ReferenceEqualityComparer.Instance))
            {
                continue;
            }

            parts.Add(part);
            foreach (var inner in part.AllOf.Reverse())
            {
                pending.Push(inner);
            }

            if (Target(part) is { } target)
            {
                pending.Push(target);
            }
        }

        return parts;
    }

    private SchemaProperty[] PropertiesOf(SchemaNode schema) =>
        [
            .. Parts(schema)
                .SelectMany(p => p.Properties)
                .GroupBy(p => p.Name.Value)
                .Select(g => g.Count() == 1 ? g.First() : Merge([.. g])),
        ];

    private static SchemaProperty Merge(SchemaProperty[] same) =>
        new(
            same[0].Name,
            new SchemaNode { Location = same[0].Schema.Location, AllOf = [.. same.Select(p => p.Schema)] },
            same.Select(p => p.Required).FirstOrDefault(r => r is not null)
        );
}
