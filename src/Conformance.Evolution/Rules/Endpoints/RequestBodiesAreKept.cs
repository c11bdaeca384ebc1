using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>An operation goes on taking the body it took.</summary>
internal sealed class RequestBodiesAreKept()
    : EvolutionRule(
        "EVO-106",
        "Request bodies are kept",
        "A body where none was wanted, or of another media type, is not what consumers send."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair.Kept.SelectMany(o => Compare(o, o.Old.Request, o.New.Request));

    private IEnumerable<Change> Compare(OperationPair operation, RequestBody? old, RequestBody? now)
    {
        var subject = new Subject(
            $"{operation.Name}, request body",
            old?.Location ?? operation.Subject.Old,
            now?.Location ?? operation.Subject.New
        );
        if (old is null || now is null)
        {
            if (old is not null || now is not null)
            {
                yield return Found(
                    Impacts.OnBoth,
                    subject,
                    old is null ? "a body is demanded" : "no body is taken any more"
                );
            }

            yield break;
        }

        if (!old.ContentType.Value.Equals(now.ContentType.Value, StringComparison.OrdinalIgnoreCase))
        {
            yield return Found(
                Impacts.OnBoth,
                subject with
                {
                    Old = old.ContentType.Location,
                    New = now.ContentType.Location,
                },
                $"the media type is {Phrase.Of(now.ContentType.Value)}, was {Phrase.Of(old.ContentType.Value)}"
            ) with
            {
                Direction = Direction.ToProvider,
            };
        }
    }
}
