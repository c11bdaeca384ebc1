using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>A choice loses no alternative that is sent, and gains none that is received.</summary>
internal sealed class AlternativesAreKept()
    : SchemaRule(
        "EVO-316",
        "Alternatives are kept",
        "A form that is struck off is refused. A form that consumers have never met cannot be read by them."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair) =>
        [
            .. Choice(pair, "oneOf", pair.Old.OneOf, pair.New.OneOf),
            .. Choice(pair, "anyOf", pair.Old.AnyOf, pair.New.AnyOf),
        ];

    private IEnumerable<Change> Choice(
        SchemaPair pair,
        string keyword,
        IReadOnlyList<SchemaNode> olds,
        IReadOnlyList<SchemaNode> news
    )
    {
        if (olds.Count == 0 && news.Count == 0)
        {
            yield break;
        }

        if (olds.Count == 0 || news.Count == 0)
        {
            yield return olds.Count == 0
                ? Narrowed(pair, keyword, $"one of {news.Count} alternatives must hold ({keyword}), was none")
                : Widened(pair, keyword, $"no alternative must hold any more, was one of {olds.Count} ({keyword})");
            yield break;
        }

        foreach (
            var (old, now) in AlternativePairs.Of(
                [.. olds],
                [.. news],
                new EffectiveSchemas(pair.Versions.Old),
                new EffectiveSchemas(pair.Versions.New)
            )
        )
        {
            if (now is null)
            {
                yield return Narrowed(pair, keyword, $"{Name(old!)} is no alternative any more") with
                {
                    Old = old!.Location,
                };
            }
            else if (old is null)
            {
                yield return Widened(pair, keyword, $"{Name(now)} is a new alternative") with
                {
                    New = now.Location,
                };
            }
        }
    }

    private static string Name(SchemaNode alternative) =>
        alternative.Reference is { } reference ? $"'{reference.Value}'"
        : alternative.Title is { } title ? $"'{title}'"
        : $"the one at {alternative.Location}";
}
