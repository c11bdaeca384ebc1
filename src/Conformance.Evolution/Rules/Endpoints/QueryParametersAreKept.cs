using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>Query parameters that are understood stay, and no more are demanded.</summary>
internal sealed class QueryParametersAreKept()
    : EvolutionRule(
        "EVO-104",
        "Query parameters are kept",
        "A parameter that is gone is ignored or refused; requests without one that has become required are refused."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var operation in pair.Kept)
        {
            foreach (
                var (old, now) in Matching.By(
                    operation.Old.QueryParameters,
                    operation.New.QueryParameters,
                    p => p.Name.Value
                )
            )
            {
                var subject = new Subject(
                    $"{operation.Name}, query parameter {(now ?? old)!.Name.Value}",
                    old?.Name.Location ?? operation.Subject.Old,
                    now?.Name.Location ?? operation.Subject.New
                );
                if (Presence.Of(old?.Required, now?.Required) is { } found)
                {
                    yield return Found(found.Impacts, subject, $"the parameter {found.Words}") with
                    {
                        Direction = Direction.ToProvider,
                    };
                }
            }
        }
    }
}
