using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>A closed list of values loses none that are sent, and gains none that are received.</summary>
internal sealed class ValuesAreKept()
    : SchemaRule(
        "EVO-305",
        "Lists of values are kept",
        "A value that is struck off is refused. A value that consumers have never met falls through every switch they wrote."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        var (old, now) = (Values(pair.Old), Values(pair.New));
        var keyword =
            pair.New.Const is not null || (pair.New.Enum.IsEmpty && pair.Old.Const is not null) ? "const" : "enum";
        if (old.IsEmpty || now.IsEmpty)
        {
            if (!now.IsEmpty)
            {
                yield return Narrowed(pair, keyword, $"only {List(now)} is allowed, was any value");
            }
            else if (!old.IsEmpty)
            {
                yield return Widened(pair, keyword, $"any value is allowed, was only {List(old)}");
            }

            yield break;
        }

        if (Without(old, now) is { IsEmpty: false } gone)
        {
            yield return Narrowed(pair, keyword, $"{List(gone)} is not allowed any more");
        }

        if (Without(now, old) is { IsEmpty: false } added)
        {
            yield return Widened(pair, keyword, $"{List(added)} is allowed");
        }
    }

    private static ImmutableArray<JsonElement> Values(SchemaNode node) =>
        node.Const is { } constant ? [constant] : node.Enum;

    private static ImmutableArray<JsonElement> Without(
        ImmutableArray<JsonElement> all,
        ImmutableArray<JsonElement> some
    ) => [.. all.Where(a => !some.Any(s => JsonElement.DeepEquals(a, s)))];

    private static string List(ImmutableArray<JsonElement> values) =>
        string.Join(" or ", values.Select(v => Phrase.Of(v)));
}
