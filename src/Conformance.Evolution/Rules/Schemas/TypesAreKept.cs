using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>A value keeps its JSON types.</summary>
internal sealed class TypesAreKept()
    : SchemaRule(
        "EVO-303",
        "Types are kept",
        "A value of another type is refused by whoever validates it, and breaks whoever parses it into a field of theirs."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        var (old, now) = (JsonTypeSets.WithoutNull(pair.Old.Types), JsonTypeSets.WithoutNull(pair.New.Types));
        if (old == now)
        {
            yield break;
        }

        var message = $"the type is {JsonTypeSets.Name(pair.New.Types)}, was {JsonTypeSets.Name(pair.Old.Types)}";
        yield return (now & ~old) == 0 ? Narrowed(pair, "type", message)
        : (old & ~now) == 0 ? Widened(pair, "type", message)
        : Altered(pair, "type", message);
    }
}
