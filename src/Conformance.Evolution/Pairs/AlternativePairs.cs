using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Pairs;

/// <summary>Which alternatives of <c>oneOf</c> or <c>anyOf</c> belong together.</summary>
internal static class AlternativePairs
{
    /// <summary>By the model they refer to, their title, the constant that tells them apart, or else their position.</summary>
    public static ImmutableArray<(SchemaNode? Old, SchemaNode? New)> Of(
        ImmutableArray<SchemaNode> olds,
        ImmutableArray<SchemaNode> news,
        EffectiveSchemas oldModels,
        EffectiveSchemas newModels
    ) =>
        [
            .. Matching
                .By(Named(olds, oldModels), Named(news, newModels), a => a.Key)
                .Select(p => (p.Old?.Schema, p.New?.Schema)),
        ];

    private static IEnumerable<Alternative> Named(ImmutableArray<SchemaNode> alternatives, EffectiveSchemas models) =>
        alternatives.Select((a, i) => new Alternative(Key(a, models) ?? $"#{i}", a));

    private static string? Key(SchemaNode alternative, EffectiveSchemas models)
    {
        if (alternative.Reference is { } reference)
        {
            return $"model {reference.Value}";
        }

        if (alternative.Title is { } title)
        {
            return $"title {title}";
        }

        var constant = models
            .Of(alternative)
            .Properties.FirstOrDefault(p => p.Schema.Const is not null || p.Schema.Enum.Length == 1);
        return constant is null
            ? null
            : $"{constant.Name.Value} {(constant.Schema.Const ?? constant.Schema.Enum[0]).GetRawText()}";
    }

    private sealed record Alternative(string Key, SchemaNode Schema);
}
