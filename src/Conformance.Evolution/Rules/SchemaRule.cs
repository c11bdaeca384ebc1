using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules;

/// <summary>A difference between two schemas of the same value. What it means depends on who sends the value.</summary>
internal abstract class SchemaRule(string id, string title, string rationale) : EvolutionRule(id, title, rationale)
{
    public sealed override IEnumerable<Change> Compare(SpecificationPair pair) => pair.Schemas.SelectMany(Compare);

    protected abstract IEnumerable<Change> Compare(SchemaPair pair);

    /// <summary>Less is allowed than before.</summary>
    protected Change Narrowed(SchemaPair pair, string keyword, string message) =>
        At(pair, keyword, message, pair.Direction == Direction.ToProvider ? Impacts.OnConsumers : Impacts.OnProvider);

    /// <summary>More is allowed than before.</summary>
    protected Change Widened(SchemaPair pair, string keyword, string message) =>
        At(pair, keyword, message, pair.Direction == Direction.ToProvider ? Impacts.OnProvider : Impacts.OnConsumers);

    /// <summary>Something is allowed that was not, and something is not that was; or it cannot be told.</summary>
    protected Change Altered(SchemaPair pair, string keyword, string message) =>
        At(pair, keyword, message, Impacts.OnBoth);

    private protected Change At(SchemaPair pair, string keyword, string message, Impacts impacts) =>
        Found(
            impacts,
            pair.Subject with
            {
                Old = pair.Old.LocationOf(keyword),
                New = pair.New.LocationOf(keyword),
            },
            message
        ) with
        {
            Direction = pair.Direction,
        };

    /// <summary>A keyword whose values can be ranked: which of the two allows less.</summary>
    protected IEnumerable<Change> Bound<T>(
        SchemaPair pair,
        string keyword,
        string what,
        T? old,
        T? now,
        bool greaterIsNarrower
    )
        where T : struct, IComparable<T>
    {
        if (Nullable.Equals(old, now))
        {
            yield break;
        }

        var message =
            old is null ? $"{what} is {Phrase.Of(now)}, was left open"
            : now is null ? $"{what} is left open, was {Phrase.Of(old)}"
            : $"{what} is {Phrase.Of(now)}, was {Phrase.Of(old)}";
        var narrows = old is null || (now is not null && (now.Value.CompareTo(old.Value) > 0) == greaterIsNarrower);
        yield return narrows ? Narrowed(pair, keyword, message) : Widened(pair, keyword, message);
    }
}
