using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Webhooks;

/// <summary>What fired an event still fires it.</summary>
internal sealed class TriggersAreKept()
    : EvolutionRule(
        "EVO-802",
        "Triggers of events are kept",
        "An event that no longer follows an operation leaves the consumer's copy behind."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (
            var (old, now) in Matching.By(
                pair.Old.Webhooks?.Events ?? [],
                pair.New.Webhooks?.Events ?? [],
                e => e.Name.Value
            )
        )
        {
            if (old is null || now is null || now.TriggeredBy.IsEmpty || old.TriggeredBy.IsEmpty)
            {
                continue;
            }

            var subject = new Subject($"webhook {now.Name.Value}", old.Location, now.Location);
            // A renamed operation is the same trigger.
            var renamed = pair.Kept.ToDictionary(o => o.Old.OperationId.Value, o => o.New.OperationId.Value);
            var kept = old
                .TriggeredBy.Select(t => t with { Value = renamed.GetValueOrDefault(t.Value, t.Value) })
                .ToArray();
            foreach (var gone in Named.Without(kept, now.TriggeredBy))
            {
                yield return Found(
                    Impacts.OnConsumers,
                    subject with
                    {
                        Old = gone.Location,
                    },
                    $"'{gone.Value}' fires it no more"
                ) with
                {
                    Direction = Direction.ToConsumer,
                };
            }

            foreach (var added in Named.Without(now.TriggeredBy, kept))
            {
                yield return Found(
                    Impacts.OnProvider,
                    subject with
                    {
                        New = added.Location,
                    },
                    $"'{added.Value}' fires it too"
                ) with
                {
                    Direction = Direction.ToConsumer,
                };
            }
        }
    }
}
