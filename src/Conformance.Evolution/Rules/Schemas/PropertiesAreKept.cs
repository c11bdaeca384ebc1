using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>No property that consumers send or read disappears.</summary>
internal sealed class PropertiesAreKept()
    : SchemaRule(
        "EVO-301",
        "Properties are kept",
        "A property that is gone is not understood any more when consumers send it, and not there when they read it, "
            + "even an optional one. A new optional one harms nobody, unless consumers were promised a closed list."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        foreach (var (old, now) in Matching.By(pair.Travelling(pair.Old), pair.Travelling(pair.New), p => p.Name.Value))
        {
            if (now is null)
            {
                yield return Found(
                    Impacts.OnConsumers,
                    pair.Property(old!.Name.Value, old.Name.Location, pair.New.Location),
                    "the property is gone"
                ) with
                {
                    Direction = pair.Direction,
                };
            }
            else if (old is null && !now.IsRequired)
            {
                yield return Found(
                    Added(pair),
                    pair.Property(now.Name.Value, pair.Old.Location, now.Name.Location),
                    "the optional property is new"
                ) with
                {
                    Direction = pair.Direction,
                };
            }
        }
    }

    private static Impacts Added(SchemaPair pair) =>
        pair.Direction == Direction.ToProvider ? Impacts.OnProvider
        : pair.Old.AdditionalPropertiesAllowed == false ? Impacts.OnConsumers
        : Impacts.OnNobody;
}
