using System.Text.RegularExpressions;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Compiling;

/// <summary>Fields that tell by their name when a resource was last changed.</summary>
public static partial class UpdateTimes
{
    // Deeper than any sensible contract; ends schemas that refer to themselves.
    private const int MaxDepth = 8;

    /// <summary>Whether the name says so: <c>updated_at</c>, <c>modifiedOn</c>, <c>last_update_time</c>.</summary>
    /// <param name="field">Name of the field.</param>
    public static bool IsOne(string field) => Name().IsMatch(field);

    /// <summary>The fields of an object that tell when it was made and when it was last changed; null without both.</summary>
    /// <param name="schema">Schema of the object.</param>
    public static (SchemaProperty Creation, SchemaProperty Update)? PairIn(SchemaNode schema) =>
        schema.Properties.FirstOrDefault(p => CreationTimes.IsOne(p.Name.Value)) is { } creation
        && schema.Properties.FirstOrDefault(p => IsOne(p.Name.Value)) is { } update
            ? (creation, update)
            : null;

    /// <summary>The fields of a body, at any depth, that stand beside the time of a creation; each name once.</summary>
    /// <param name="effective">Follows references.</param>
    /// <param name="schema">Schema of the body.</param>
    internal static IEnumerable<SchemaProperty> In(EffectiveSchema effective, SchemaNode? schema) =>
        schema is null
            ? []
            : In(effective, schema, SchemaLevels.Within(schema, effective.Inside, MaxDepth))
                .DistinctBy(p => p.Name.Value);

    private static IEnumerable<SchemaProperty> In(EffectiveSchema effective, SchemaNode written, int levels)
    {
        if (levels < 0)
        {
            return [];
        }

        var schema = effective.Of(written);
        return (PairIn(schema) is var (_, update) ? [update] : Array.Empty<SchemaProperty>()).Concat(
            effective.Inside(written).SelectMany(s => In(effective, s, levels - 1))
        );
    }

    [GeneratedRegex(
        "^(last_?)?(updated?|modified|modification|changed?)_?(at|on|time|date|timestamp)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Name();
}
