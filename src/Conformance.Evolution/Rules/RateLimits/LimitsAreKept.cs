using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.RateLimits;

/// <summary>Clients may send as many requests as they could.</summary>
internal sealed class LimitsAreKept()
    : EvolutionRule(
        "EVO-701",
        "Rate limits are kept",
        "A client that keeps just under the old limit is refused under a lower one. OpenAPI cannot say limits, so that only this comparison sees them."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) => pair.Kept.SelectMany(o => Compare(pair, o));

    private IEnumerable<Change> Compare(SpecificationPair pair, OperationPair operation)
    {
        var olds = Limits(operation.Old, pair.Old);
        var news = Limits(operation.New, pair.New);
        var subject = new Subject(
            $"{operation.Name}, rate limit",
            pair.Old.RateLimits?.Location ?? operation.Subject.Old,
            pair.New.RateLimits?.Location ?? operation.Subject.New
        );
        foreach (var window in olds.Concat(news).Select(l => l.Window).Distinct().Order())
        {
            var old = olds.Where(l => l.Window == window).MinBy(l => l.Requests);
            var now = news.Where(l => l.Window == window).MinBy(l => l.Requests);
            foreach (
                var change in Demand(
                    subject,
                    $"the number of requests in {Phrase.Of(window)}",
                    old is null ? null : new Located<int>(old.Requests, old.Location),
                    now is null ? null : new Located<int>(now.Requests, now.Location),
                    (before, after) => before.CompareTo(after)
                )
            )
            {
                yield return change with
                {
                    Direction = Direction.ToProvider,
                };
            }
        }
    }

    private static IReadOnlyList<RateLimit> Limits(Endpoint endpoint, IntegrationSpecification specification) =>
        endpoint.RateLimits.IsEmpty ? specification.RateLimits?.Default ?? [] : endpoint.RateLimits;
}
