using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Schemas;

/// <summary>Consumers need not send more, and the provider sends no less.</summary>
internal sealed class RequiredPropertiesAreKept()
    : SchemaRule(
        "EVO-302",
        "What must be sent stays the same",
        "Requests without a property that has become required are refused. A response that may now lack a property "
            + "breaks whoever reads it without looking."
    )
{
    protected override IEnumerable<Change> Compare(SchemaPair pair)
    {
        foreach (var (old, now) in Matching.By(pair.Travelling(pair.Old), pair.Travelling(pair.New), p => p.Name.Value))
        {
            if (now is null || old?.IsRequired == now.IsRequired || (old is null && !now.IsRequired))
            {
                continue;
            }

            var impacts = (now.IsRequired, pair.Direction) switch
            {
                (true, Direction.ToProvider) or (false, Direction.ToConsumer) => Impacts.OnConsumers,
                (true, _) when old is null && pair.Old.AdditionalPropertiesAllowed == false => Impacts.OnBoth,
                _ => Impacts.OnProvider,
            };
            yield return Found(
                impacts,
                pair.Property(
                    now.Name.Value,
                    old?.Required ?? old?.Name.Location ?? pair.Old.Location,
                    now.Required ?? now.Name.Location
                ),
                old is null ? "the property is new, and required"
                    : now.IsRequired ? "the property has become required"
                    : "the property has become optional"
            ) with
            {
                Direction = pair.Direction,
            };
        }
    }
}
