using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Pairs;

/// <summary>Walks two versions of a schema side by side, as far as both go.</summary>
internal sealed class SchemaWalk(SpecificationPair versions)
{
    private readonly EffectiveSchemas olds = new(versions.Old);
    private readonly EffectiveSchemas news = new(versions.New);

    public IEnumerable<SchemaPair> From(SchemaNode old, SchemaNode now, Direction direction, string place)
    {
        // A model that refers to itself is compared once in each message.
        var seen = new HashSet<(SchemaNode, SchemaNode)>(ReferencePairs.Instance);
        var open = new Queue<(SchemaNode Old, SchemaNode New, string Field)>();
        open.Enqueue((old, now, ""));
        while (open.TryDequeue(out var next))
        {
            var pair = new SchemaPair(olds.Of(next.Old), news.Of(next.New), direction, place, next.Field)
            {
                Versions = versions,
            };
            if (!seen.Add((pair.Old, pair.New)))
            {
                continue;
            }

            yield return pair;
            foreach (var child in Children(pair))
            {
                open.Enqueue(child);
            }
        }
    }

    private IEnumerable<(SchemaNode Old, SchemaNode New, string Field)> Children(SchemaPair pair)
    {
        var (old, now, field) = (pair.Old, pair.New, pair.Field);
        var prefix = field.Length == 0 ? "" : $"{field}.";
        return Properties(pair)
            .Concat(One(old.Items, now.Items, $"{field}[]"))
            .Concat(One(old.AdditionalProperties, now.AdditionalProperties, $"{prefix}*"))
            .Concat(One(old.PropertyNames, now.PropertyNames, $"{prefix}(name)"))
            .Concat(One(old.Contains, now.Contains, $"{field}[some]"))
            .Concat(
                old.PrefixItems.Zip(now.PrefixItems)
                    .Select((p, i) => (p.First, p.Second, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]")))
            )
            .Concat(Patterns(old, now, prefix))
            .Concat(Alternatives(old, now).Select(p => (p.Old, p.New, field)));
    }

    /// <summary>A property that is new was bound, if by anything, to what undeclared properties were bound to.</summary>
    private static IEnumerable<(SchemaNode Old, SchemaNode New, string Field)> Properties(SchemaPair pair) =>
        Matching
            .By(pair.Travelling(pair.Old), pair.Travelling(pair.New), p => p.Name.Value)
            .Where(p => p.New is not null)
            .Select(p => (Old: p.Old?.Schema ?? pair.Old.AdditionalProperties, New: p.New!))
            .Where(p => p.Old is not null)
            .Select(p =>
                (p.Old!, p.New.Schema, pair.Field.Length == 0 ? p.New.Name.Value : $"{pair.Field}.{p.New.Name.Value}")
            );

    private static IEnumerable<(SchemaNode Old, SchemaNode New, string Field)> Patterns(
        SchemaNode old,
        SchemaNode now,
        string prefix
    ) =>
        old.PatternProperties.Join(
            now.PatternProperties,
            o => o.Key,
            n => n.Key,
            (o, n) => (o.Value, n.Value, $"{prefix}/{o.Key}/")
        );

    /// <summary>The alternatives that both versions have.</summary>
    private IEnumerable<(SchemaNode Old, SchemaNode New)> Alternatives(SchemaNode old, SchemaNode now) =>
        new[] { (old.AnyOf, now.AnyOf), (old.OneOf, now.OneOf) }
            .SelectMany(lists => AlternativePairs.Of(lists.Item1, lists.Item2, olds, news))
            .Where(p => p.Old is not null && p.New is not null)
            .Select(p => (p.Old!, p.New!));

    private static IEnumerable<(SchemaNode Old, SchemaNode New, string Field)> One(
        SchemaNode? old,
        SchemaNode? now,
        string field
    ) => old is not null && now is not null ? [(old, now, field)] : [];

    private sealed class ReferencePairs : IEqualityComparer<(SchemaNode Old, SchemaNode New)>
    {
        public static ReferencePairs Instance { get; } = new();

        public bool Equals((SchemaNode Old, SchemaNode New) x, (SchemaNode Old, SchemaNode New) y) =>
            ReferenceEquals(x.Old, y.Old) && ReferenceEquals(x.New, y.New);

        public int GetHashCode((SchemaNode Old, SchemaNode New) pair) =>
            HashCode.Combine(
                ReferenceEqualityComparer.Instance.GetHashCode(pair.Old),
                ReferenceEqualityComparer.Instance.GetHashCode(pair.New)
            );
    }
}
