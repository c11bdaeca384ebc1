using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Resolution;

namespace Conformance.Specification.Schemas.Validation;

/// <summary>Compiles schemas into keywords, every schema once, following references.</summary>
/// <param name="index">The documents.</param>
internal sealed class SchemaCompiler(SchemaIndex index)
{
    private const long MaxApplications = 100_000;

    private readonly Dictionary<(SchemaDocument Document, string Pointer), CompiledSchema> compiled = [];
    private readonly Dictionary<(SchemaResource Resource, string Anchor), CompiledSchema> dynamicAnchors = [];
    private readonly Queue<CompiledSchema> pending = new();
    private readonly ImmutableArray<SchemaProblem>.Builder problems = ImmutableArray.CreateBuilder<SchemaProblem>();

    /// <summary>The documents.</summary>
    public SchemaIndex Index { get; } = index;

    /// <summary>The compiled dynamic anchors; complete when compilation is.</summary>
    public IReadOnlyDictionary<(SchemaResource Resource, string Anchor), CompiledSchema> DynamicAnchors =>
        dynamicAnchors;

    /// <summary>What is not enforced.</summary>
    public ImmutableArray<SchemaProblem> Problems => problems.ToImmutable();

    /// <summary>Compiles a schema and everything it needs.</summary>
    /// <param name="root">The schema.</param>
    public CompiledSchema CompileAll(SchemaPlace root)
    {
        var schema = Compile(root);
        do
        {
            while (pending.TryDequeue(out var next))
            {
                next.Keywords = Keywords(next.Place);
            }

            // A dynamic reference may end at an anchor that nothing else refers to.
            foreach (var (key, place) in Index.DynamicAnchors.ToList())
            {
                dynamicAnchors[key] = Compile(place);
            }
        } while (pending.Count > 0);
        if (!ReportCircles())
        {
            ReportRepetition();
        }

        return schema;
    }

    /// <summary>The compiled form of a schema; its keywords may follow later.</summary>
    /// <param name="place">The schema.</param>
    public CompiledSchema Compile(SchemaPlace place)
    {
        if (!compiled.TryGetValue(place.Key, out var schema))
        {
            schema = compiled[place.Key] = new CompiledSchema(place);
            pending.Enqueue(schema);
        }

        return schema;
    }

    private ImmutableArray<SchemaKeyword> Keywords(SchemaPlace place)
    {
        if (place.Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return [];
        }

        if (place.Element.ValueKind != JsonValueKind.Object)
        {
            var message = $"a schema is needed here, not {JsonText.Describe(place.Element)}";
            problems.Add(new(SchemaProblemKind.InvalidKeyword, place.Pointer, "", message));
            return [];
        }

        var onlyReference = place.Resource.Dialect.RefHidesSiblings && place.Element.TryGetProperty("$ref", out _);
        return
        [
            .. place
                .Element.EnumerateObject()
                .Where(member => !onlyReference || member.NameEquals("$ref"))
                .Select(member => Keyword(new KeywordContext(this, place, member.Name, member.Value)))
                .OfType<SchemaKeyword>(),
        ];
    }

    private SchemaKeyword? Keyword(KeywordContext context)
    {
        if (KeywordTable.Find(context.Name, context.Dialect) is not { } row)
        {
            // Extensions are for other tools by definition.
            if (!context.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                var message = $"the keyword '{JsonText.Shorten(context.Name)}' is not enforced";
                problems.Add(new(SchemaProblemKind.UnsupportedKeyword, context.Pointer, context.Name, message));
            }

            return null;
        }

        try
        {
            return row.Create?.Invoke(context);
        }
        catch (InvalidKeywordException invalid)
        {
            problems.Add(new(invalid.Kind, context.Pointer, context.Name, invalid.Message));
            return null;
        }
    }

    // A schema that leads back to itself without going into the value would never come to an end.
    private bool ReportCircles()
    {
        var before = problems.Count;
        var done = new HashSet<CompiledSchema>();
        var open = new HashSet<CompiledSchema>();
        foreach (var schema in compiled.Values)
        {
            Visit(schema, open, done);
        }

        return problems.Count > before;
    }

    // Models that apply each other twice, through allOf for example, are applied 2^n times to one and the same value.
    private void ReportRepetition()
    {
        var costs = new Dictionary<CompiledSchema, long>();
        foreach (var schema in compiled.Values)
        {
            // The first that has too many is the place to change: those that lead to it have no fewer.
            var inPlace = schema.Keywords.SelectMany(k => k.InPlace);
            if (Cost(schema, costs) > MaxApplications && inPlace.All(next => Cost(next, costs) <= MaxApplications))
            {
                var message = string.Create(
                    CultureInfo.InvariantCulture,
                    $"more than {MaxApplications:N0} schemas apply to one value here"
                );
                var keyword = schema.Keywords.First(k => k.InPlace.Any());
                problems.Add(new(SchemaProblemKind.UnresolvedReference, keyword.Pointer, keyword.Name, message));
                return;
            }
        }
    }

    private static long Cost(CompiledSchema schema, Dictionary<CompiledSchema, long> costs)
    {
        if (!costs.TryGetValue(schema, out var cost))
        {
            cost = 1 + schema.Keywords.SelectMany(k => k.InPlace).Sum(next => Cost(next, costs));
            costs[schema] = cost = Math.Min(cost, MaxApplications + 1);
        }

        return cost;
    }

    private void Visit(CompiledSchema schema, HashSet<CompiledSchema> open, HashSet<CompiledSchema> done)
    {
        if (done.Contains(schema))
        {
            return;
        }

        open.Add(schema);
        foreach (var keyword in schema.Keywords)
        {
            foreach (var next in keyword.InPlace)
            {
                if (open.Contains(next))
                {
                    var message = "this leads back to itself without end";
                    problems.Add(new(SchemaProblemKind.UnresolvedReference, keyword.Pointer, keyword.Name, message));
                }
                else
                {
                    Visit(next, open, done);
                }
            }
        }

        open.Remove(schema);
        done.Add(schema);
    }
}
