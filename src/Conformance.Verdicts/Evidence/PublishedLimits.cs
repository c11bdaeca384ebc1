using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>The limits that hold for an operation, environment factor included.</summary>
internal static class PublishedLimits
{
    /// <summary>The operation's own limits, and the default ones of other windows; shortest window first.</summary>
    /// <param name="context">The specification and the environment.</param>
    /// <param name="endpoint">The operation; null for the default limits.</param>
    public static ImmutableArray<RateLimit> Of(JudgeContext context, Endpoint? endpoint)
    {
        var own = endpoint?.RateLimits ?? [];
        var common = context.Specification.RateLimits?.Default ?? [];
        return
        [
            .. own.Concat(common.Where(c => own.All(o => o.Window != c.Window)))
                .Select(limit => limit with { Requests = (int)(limit.Requests * context.RateLimitFactor) })
                .OrderBy(limit => limit.Window),
        ];
    }

    /// <summary>How many times a limit may be admitted for a while: 1.5 for a burst of 150 %.</summary>
    /// <param name="context">The specification.</param>
    public static decimal BurstFactor(JudgeContext context) =>
        Math.Max(1m, context.Specification.RateLimits?.Burst?.Factor ?? 1m);
}
