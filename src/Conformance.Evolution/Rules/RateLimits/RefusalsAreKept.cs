using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.RateLimits;

/// <summary>A request over the limit is refused as it was.</summary>
internal sealed class RefusalsAreKept()
    : EvolutionRule(
        "EVO-705",
        "The answer over the limit is kept",
        "Clients know by status and code that they must wait, and by a field or header for how long."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.RateLimits, pair.New.RateLimits);
        var (before, after) = (old?.ExceededResponse, now?.ExceededResponse);
        var subject = pair.Section(
            "answer to a request over the limit",
            before?.Location ?? old?.Location,
            after?.Location ?? now?.Location
        );
        return new[]
        {
            Promise(subject, "the status", before?.Status, after?.Status),
            Promise(subject, "the error code", before?.ErrorCode, after?.ErrorCode),
            Promise(
                subject,
                "the field with the time to wait",
                In(old?.RetryAfterField, before?.Location),
                In(now?.RetryAfterField, after?.Location)
            ),
        }
            .SelectMany(c => c)
            .Select(c => c with { Direction = Direction.ToConsumer });
    }
}
