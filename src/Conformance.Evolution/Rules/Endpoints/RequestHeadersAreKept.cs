using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>Request headers that are understood stay, and no more are demanded.</summary>
internal sealed class RequestHeadersAreKept()
    : EvolutionRule(
        "EVO-105",
        "Request headers are kept",
        "Requests without a header that has become required are refused; one that is gone has no effect any more."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var operation in pair.Kept)
        {
            foreach (
                var (old, now) in Matching.By(
                    operation.Old.Headers,
                    operation.New.Headers,
                    h => h.Name.Value,
                    StringComparer.OrdinalIgnoreCase
                )
            )
            {
                var subject = new Subject(
                    $"{operation.Name}, request header {(now ?? old)!.Name.Value}",
                    old?.Name.Location ?? operation.Subject.Old,
                    now?.Name.Location ?? operation.Subject.New
                );
                if (Presence.Of(old?.Required, now?.Required) is not { } found)
                {
                    continue;
                }

                // A header need not be sent any more: who goes on sending it is ignored by HTTP.
                var impacts = now is null && old!.Required ? Impacts.OnProvider : found.Impacts;
                yield return Found(impacts, subject, $"the header {found.Words}") with
                {
                    Direction = Direction.ToProvider,
                };
            }
        }
    }
}
