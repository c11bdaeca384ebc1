using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>A value that could be null still can, and one that could not still cannot.</summary>
internal sealed class NullabilityIsKept()
    : SchemaRule(
        "EVO-304",
        "Nullability is kept",
        "A null where there was none is the commonest way to crash a consumer; a null that is refused breaks those that send it."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        if (pair.Old.Types == JsonTypes.Any || pair.New.Types == JsonTypes.Any)
        {
            yield break;
        }

        var (old, now) = (CanBeNull(pair.Old), CanBeNull(pair.New));
        if (old && !now)
        {
            yield return Narrowed(pair, "type", "null is not allowed any more");
        }
        else if (now && !old)
        {
            yield return Widened(pair, "type", "null is allowed");
        }
    }

    private static bool CanBeNull(SchemaNode node) => (node.Types & JsonTypes.Null) != 0;
}
