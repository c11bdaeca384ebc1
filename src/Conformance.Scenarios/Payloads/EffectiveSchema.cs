using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Payloads;

/// <summary>
/// What a schema asks for once references are followed and <c>allOf</c> is folded in. Only for making values and for
/// finding fields: whether a value is valid is always judged by the schema as written.
/// </summary>
/// <param name="specification">Has the data models that references lead to.</param>
public sealed class EffectiveSchema(IntegrationSpecification specification)
{
    // Deeper than any sensible contract; ends schemas that refer to themselves.
    private const int MaxReferences = 16;

    private readonly FrozenDictionary<string, SchemaNode> models = specification
        .DataModels.DistinctBy(m => m.Name.Value)
        .ToFrozenDictionary(m => m.Name.Value, m => m.Schema, StringComparer.Ordinal);

    // Every case of an operation asks for the same ones.
    private readonly ConcurrentDictionary<SchemaNode, SchemaNode> folded = new(ReferenceEqualityComparer.Instance);

    /// <summary>The schema with everything that applies to it folded in.</summary>
    /// <param name="schema">The schema as written.</param>
    public SchemaNode Of(SchemaNode schema) => folded.GetOrAdd(schema, s => Fold(s, 0, new(Places.Instance)));

    /// <summary>The schemas of what stands directly in a value: its fields, then its elements.</summary>
    /// <param name="written">The schema as written.</param>
    internal IEnumerable<SchemaNode> Inside(SchemaNode written)
    {
        var schema = Of(written);
        return schema.Properties.Select(p => p.Schema).Concat(schema.Items is { } items ? [items] : []);
    }

    // Models that refer to each other more than once are reached in as many ways as there are paths: each is folded once.
    private SchemaNode Of(SchemaNode schema, int depth, Dictionary<(SchemaNode, int), SchemaNode> known)
    {
        if (depth > MaxReferences)
        {
            return schema;
        }

        if (!known.TryGetValue((schema, depth), out var result))
        {
            known[(schema, depth)] = result = Fold(schema, depth, known);
        }

        return result;
    }

    private SchemaNode Fold(SchemaNode schema, int depth, Dictionary<(SchemaNode, int), SchemaNode> known)
    {
        var parts = new List<SchemaNode> { schema with { Reference = null, AllOf = [], AnyOf = [], OneOf = [] } };
        if (schema.Reference is { } reference && Find(reference.Value) is { } model)
        {
            parts.Add(Of(model, depth + 1, known));
        }

        parts.AddRange(schema.AllOf.Select(s => Of(s, depth + 1, known)));

        // One alternative is enough to make a valid value.
        parts.AddRange(schema.AnyOf.Take(1).Concat(schema.OneOf.Take(1)).Select(s => Of(s, depth + 1, known)));
        return parts.Aggregate(Merge);
    }

    private SchemaNode? Find(string name) => models.GetValueOrDefault(name);

    private static SchemaNode Merge(SchemaNode a, SchemaNode b) =>
        a with
        {
            KeywordLocations = b.KeywordLocations.SetItems(a.KeywordLocations),
            Types = Both(a.Types, b.Types),
            Properties = Merge(a.Properties, b.Properties),
            AdditionalPropertiesAllowed =
                a.AdditionalPropertiesAllowed is false || b.AdditionalPropertiesAllowed is false
                    ? false
                    : a.AdditionalPropertiesAllowed ?? b.AdditionalPropertiesAllowed,
            AdditionalProperties = a.AdditionalProperties ?? b.AdditionalProperties,
            MinProperties = Greatest(a.MinProperties, b.MinProperties),
            MaxProperties = Least(a.MaxProperties, b.MaxProperties),
            Items = a.Items ?? b.Items,
            MinItems = Greatest(a.MinItems, b.MinItems),
            MaxItems = Least(a.MaxItems, b.MaxItems),
            UniqueItems = a.UniqueItems || b.UniqueItems,
            Minimum = Greatest(a.Minimum, b.Minimum),
            Maximum = Least(a.Maximum, b.Maximum),
            ExclusiveMinimum = Greatest(a.ExclusiveMinimum, b.ExclusiveMinimum),
            ExclusiveMaximum = Least(a.ExclusiveMaximum, b.ExclusiveMaximum),
            MultipleOf = a.MultipleOf ?? b.MultipleOf,
            MinLength = Greatest(a.MinLength, b.MinLength),
            MaxLength = Least(a.MaxLength, b.MaxLength),
            Pattern = a.Pattern ?? b.Pattern,
            Format = a.Format ?? b.Format,
            Enum = a.Enum.IsDefaultOrEmpty ? b.Enum : a.Enum,
            Const = a.Const ?? b.Const,
            Default = a.Default ?? b.Default,
            Examples = Joined(a.Examples, b.Examples),
            DependentRequired = Joined(a.DependentRequired, b.DependentRequired),
            ReadOnly = a.ReadOnly || b.ReadOnly,
            Deprecated = a.Deprecated || b.Deprecated,
        };

    private static ImmutableArray<SchemaProperty> Merge(
        ImmutableArray<SchemaProperty> a,
        ImmutableArray<SchemaProperty> b
    ) =>
        [
            .. a.Select(p => b.FirstOrDefault(o => o.Name.Value == p.Name.Value) is { } other ? Merge(p, other) : p),
            .. b.Where(o => a.All(p => p.Name.Value != o.Name.Value)),
        ];

    private static SchemaProperty Merge(SchemaProperty a, SchemaProperty b) =>
        new(
            a.Name,
            ReferenceEquals(a.Schema, b.Schema) ? a.Schema : a.Schema with { AllOf = a.Schema.AllOf.Add(b.Schema) },
            a.Required ?? b.Required
        );

    // The same model, reached in two ways, says the same things and not twice as many.
    private static ImmutableArray<T> Joined<T>(ImmutableArray<T> a, ImmutableArray<T> b) =>
        a.IsEmpty ? b
        : b.IsEmpty ? a
        : [.. a, .. b.Where(item => !a.Contains(item))];

    private static JsonTypes Both(JsonTypes a, JsonTypes b)
    {
        if (a is JsonTypes.Any || b is JsonTypes.Any)
        {
            return a | b;
        }

        var both = a & b;
        var isInteger = ((a | b) & JsonTypes.Integer) != 0 && ((a | b) & JsonTypes.Number) != 0;
        return isInteger && (both & JsonTypes.Number) == 0 ? both | JsonTypes.Integer : both;
    }

    private static T? Greatest<T>(T? a, T? b)
        where T : struct, IComparable<T> => a is { } x && b is { } y && x.CompareTo(y) < 0 ? b : a ?? b;

    private static T? Least<T>(T? a, T? b)
        where T : struct, IComparable<T> => a is { } x && b is { } y && x.CompareTo(y) > 0 ? b : a ?? b;

    private sealed class Places : IEqualityComparer<(SchemaNode Schema, int Depth)>
    {
        public static Places Instance { get; } = new();

        public bool Equals((SchemaNode Schema, int Depth) x, (SchemaNode Schema, int Depth) y) =>
            ReferenceEquals(x.Schema, y.Schema) && x.Depth == y.Depth;

        public int GetHashCode((SchemaNode Schema, int Depth) place) =>
            HashCode.Combine(ReferenceEqualityComparer.Instance.GetHashCode(place.Schema), place.Depth);
    }
}
