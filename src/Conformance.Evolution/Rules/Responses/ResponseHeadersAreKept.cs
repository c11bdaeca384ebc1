using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Responses;

/// <summary>Headers of responses stay, and those that are always there stay so.</summary>
internal sealed class ResponseHeadersAreKept()
    : EvolutionRule(
        "EVO-203",
        "Response headers are kept",
        "Consumers read headers as they read fields: one that is gone, or only sometimes there, breaks those that do."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair
            .Kept.SelectMany(o =>
                Matching
                    .By(o.Old.Responses, o.New.Responses, r => $"{r.Status.Value}")
                    .Where(p => p.Old is not null && p.New is not null)
                    .SelectMany(p => Compare($"{o.Name}, response {p.New!.Status.Value}", p.Old!, p.New!))
            )
            .Concat(
                pair.Old.RateLimits?.ExceededResponse is { } old && pair.New.RateLimits?.ExceededResponse is { } now
                    ? Compare("answer to a request over the limit", old, now)
                    : []
            );

    private IEnumerable<Change> Compare(string name, ResponseDefinition old, ResponseDefinition now) =>
        HeaderComparison
            .Of(old.Headers, now.Headers, new Subject(name, old.Location, now.Location))
            .Select(h => Found(h.Impacts, h.Subject, h.Message) with { Direction = Direction.ToConsumer });
}
