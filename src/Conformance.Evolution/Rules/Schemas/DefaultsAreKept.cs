using System.Text.Json;
using Conformance.Evolution.Pairs;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>What is assumed of a value that is left out stays the same.</summary>
internal sealed class DefaultsAreKept()
    : SchemaRule(
        "EVO-318",
        "Defaults are kept",
        "Whoever leaves a value out gets another behaviour without having changed anything."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        var (old, now) = (pair.Old.Default, pair.New.Default);
        if (old is null && now is not null)
        {
            yield return At(pair, "default", $"the default is {Phrase.Of(now)}, was left open", Impacts.OnProvider);
        }
        else if (old is not null && now is null)
        {
            yield return At(pair, "default", $"the default is left open, was {Phrase.Of(old)}", Impacts.OnConsumers);
        }
        else if (old is { } before && now is { } after && !JsonElement.DeepEquals(before, after))
        {
            yield return Altered(pair, "default", $"the default is {Phrase.Of(after)}, was {Phrase.Of(before)}");
        }
    }
}
