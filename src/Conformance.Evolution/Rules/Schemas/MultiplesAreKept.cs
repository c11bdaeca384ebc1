using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Numbers keep their step.</summary>
internal sealed class MultiplesAreKept()
    : SchemaRule(
        "EVO-310",
        "Steps of numbers are kept",
        "A coarser step refuses amounts that were fine; a finer one sends digits that consumers have no room for."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        var (old, now) = (pair.Old.MultipleOf, pair.New.MultipleOf);
        if (old == now)
        {
            yield break;
        }

        var message =
            $"numbers are multiples of {(now is null ? "anything" : Phrase.Of(now))}, were of {(old is null ? "anything" : Phrase.Of(old))}";
        yield return old is null || (now is not null && now % old == 0) ? Narrowed(pair, "multipleOf", message)
        : now is null || old % now == 0 ? Widened(pair, "multipleOf", message)
        : Altered(pair, "multipleOf", message);
    }
}
