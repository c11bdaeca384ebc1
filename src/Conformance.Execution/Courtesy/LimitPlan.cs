using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Execution.Courtesy;

/// <summary>Which published limits hold for an operation, and who shares them.</summary>
/// <param name="Key">Equal keys share one count.</param>
/// <param name="Name">Whose limits these are, for messages.</param>
/// <param name="Limits">The limits as published.</param>
internal readonly record struct LimitPlan(string Key, string Name, ImmutableArray<RateLimit> Limits)
{
    /// <summary>The limits of an operation, or the default ones.</summary>
    /// <remarks>
    /// Operations that one entry of the specification limits share its count, and all without limits of their own
    /// share the default one: whichever way the target counts, that is never more than it allows.
    /// </remarks>
    public static LimitPlan For(IntegrationSpecification specification, Endpoint? endpoint)
    {
        if (endpoint is { RateLimits.IsEmpty: false })
        {
            return new(endpoint.RateLimits[0].Location.ToString(), endpoint.Name, endpoint.RateLimits);
        }

        return new("default", "all other operations", specification.RateLimits?.Default ?? []);
    }

    /// <summary>The number of requests a limit allows in an environment.</summary>
    public static int Scaled(RateLimit limit, TargetEnvironment? environment) =>
        (int)Math.Clamp(limit.Requests * (environment?.RateLimitFactor?.Value ?? 1), 1, int.MaxValue);
}
