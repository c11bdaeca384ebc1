using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Responses;

/// <summary>An answer keeps its body and its media type.</summary>
internal sealed class ResponseBodiesAreKept()
    : EvolutionRule(
        "EVO-204",
        "Response bodies are kept",
        "A body that is gone, or of another media type, cannot be parsed by those that read it."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair.Kept.SelectMany(o =>
            Matching
                .By(o.Old.Responses, o.New.Responses, r => $"{r.Status.Value}")
                .Where(p => p.Old is not null && p.New is not null)
                .SelectMany(p => Compare($"{o.Name}, response {p.New!.Status.Value}", p.Old!, p.New!))
        );

    private IEnumerable<Change> Compare(string name, ResponseDefinition old, ResponseDefinition now)
    {
        var subject = new Subject($"{name} body", old.Location, now.Location);
        if ((old.Schema is null) != (now.Schema is null))
        {
            yield return Found(
                now.Schema is null ? Impacts.OnConsumers : Impacts.OnProvider,
                subject,
                now.Schema is null ? "the body is gone" : "the body is new"
            ) with
            {
                Direction = Direction.ToConsumer,
            };
        }
        else if (
            old.ContentType is { } before
            && now.ContentType is { } after
            && !before.Value.Equals(after.Value, StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return Found(
                Impacts.OnBoth,
                subject with
                {
                    Old = before.Location,
                    New = after.Location,
                },
                $"the media type is {Phrase.Of(after.Value)}, was {Phrase.Of(before.Value)}"
            ) with
            {
                Direction = Direction.ToConsumer,
            };
        }
    }
}
