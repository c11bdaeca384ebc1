using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Pairs;

/// <summary>
/// Schemas as they act: references followed, <c>allOf</c> folded into one list of keywords, so that moving a property into
/// a model is no difference.
/// </summary>
internal sealed class EffectiveSchemas(IntegrationSpecification specification)
{
    private readonly ImmutableDictionary<string, SchemaNode> models = specification
        .DataModels.DistinctBy(m => m.Name.Value)
        .ToImmutableDictionary(m => m.Name.Value, m => m.Schema);

    private readonly Dictionary<SchemaNode, SchemaNode> known = new(ReferenceEqualityComparer.Instance);

    // How often the fold under way came to a model that it stands in.
    private long turnedBack;

    public SchemaNode Of(SchemaNode node)
    {
        if (!known.TryGetValue(node, out var effective))
        {
            effective = Of(node, []);
            known[node] = effective;
        }

        return effective;
    }

    // A part that does not lead back to where one came from is the same wherever it is reached from. Models that refer to
    // each other more than once are reached in as many ways as there are paths.
    private SchemaNode Of(SchemaNode node, ImmutableHashSet<string> within)
    {
        if (known.TryGetValue(node, out var before))
        {
            return before;
        }

        var turnedBefore = turnedBack;
        turnedBack = 0;
        var effective = Fold(node, within);
        if (turnedBack == 0)
        {
            known[node] = effective;
        }

        turnedBack += turnedBefore;
        return effective;
    }

    private SchemaNode Fold(SchemaNode node, ImmutableHashSet<string> within)
    {
        var own = node with { Reference = null, AllOf = [] };
        var parts = new List<SchemaNode>();
        if (node.Reference is { } reference)
        {
            if (within.Contains(reference.Value))
            {
                turnedBack++;
            }
            else if (models.TryGetValue(reference.Value, out var model))
            {
                parts.Add(Of(model, within.Add(reference.Value)));
            }
        }

        parts.AddRange(node.AllOf.Select(part => Of(part, within)));
        if (parts.Count == 0)
        {
            return own;
        }

        // A bare reference is the model itself, at the model's place.
        return parts is [var only] && IsBare(own) ? only : parts.Aggregate(own, SchemaFolding.Fold);
    }

    private static bool IsBare(SchemaNode own) =>
        own.KeywordLocations.Keys.All(k => k is "$ref" or "description" or "title" or "allOf");
}
