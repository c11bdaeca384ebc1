using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>A text keeps its pattern.</summary>
internal sealed class PatternsAreKept()
    : SchemaRule(
        "EVO-307",
        "Patterns are kept",
        "Whether one regular expression allows all that another does cannot be told in general, so that a changed one counts as breaking."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        var (old, now) = (pair.Old.Pattern, pair.New.Pattern);
        if (old == now)
        {
            yield break;
        }

        yield return old is null ? Narrowed(pair, "pattern", $"the text must match {Phrase.Of(now)}, was left open")
        : now is null ? Widened(pair, "pattern", $"the text need not match a pattern, was {Phrase.Of(old)}")
        : Altered(pair, "pattern", $"the text must match {Phrase.Of(now)}, was {Phrase.Of(old)}");
    }
}
