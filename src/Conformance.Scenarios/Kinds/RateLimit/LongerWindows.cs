using System.Globalization;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>Limits over a longer time than the one that a run meets first.</summary>
internal static class LongerWindows
{
    /// <summary>Notes that they are not used up, and what it would take.</summary>
    public static void Omit(LimitedOperation operation)
    {
        var endpoint = operation.Context;
        var published = endpoint.Endpoint.RateLimits.IsEmpty ? operation.Rules.Default : endpoint.Endpoint.RateLimits;
        foreach (var limit in published.Where(l => l.Window > operation.Limit.Window).DistinctBy(l => l.Window))
        {
            var requests = (int)(limit.Requests * endpoint.Context.LimitFactor);
            var words = string.Create(
                CultureInfo.InvariantCulture,
                $"{requests} requests in {limit.Window.TotalHours:0.##} hours"
            );
            endpoint.Context.Omit(
                operation.Requirement(
                    string.Create(CultureInfo.InvariantCulture, $"enforced_in_{limit.Window.TotalSeconds:0}_seconds"),
                    $"The target MUST serve {words} of {endpoint.Endpoint.Name} and refuse more with {operation.Status}."
                ),
                $"The limit of {operation.Words} is met first, so {words} cannot be used up in a run."
            );
        }
    }
}
