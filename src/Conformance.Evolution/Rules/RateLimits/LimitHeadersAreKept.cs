using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.RateLimits;

/// <summary>The headers that tell where a client stands stay.</summary>
internal sealed class LimitHeadersAreKept()
    : EvolutionRule(
        "EVO-704",
        "Rate-limit headers are kept",
        "A client that paces itself by these headers runs into the limit when they are gone, or say something else."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.RateLimits?.Headers, pair.New.RateLimits?.Headers);
        var subject = pair.Section(
            "rate limits",
            old?.Location ?? pair.Old.RateLimits?.Location,
            now?.Location ?? pair.New.RateLimits?.Location
        );
        return new[]
        {
            Promise(subject, "the header with the limit", Lower(old?.Limit), Lower(now?.Limit)),
            Promise(subject, "the header with what remains", Lower(old?.Remaining), Lower(now?.Remaining)),
            Promise(subject, "the header with the end of the window", Lower(old?.Reset), Lower(now?.Reset)),
            Promise(subject, "the header with the time to wait", Lower(old?.RetryAfter), Lower(now?.RetryAfter)),
            Promise(subject, "what the end of the window is told as", old?.ResetText, now?.ResetText),
        }
            .SelectMany(c => c)
            .Select(c => c with { Direction = Direction.ToConsumer });
    }

    private static Located<string>? Lower(Located<string>? name) =>
        name is null ? null : name with { Value = name.Value.ToLowerInvariant() };
}
