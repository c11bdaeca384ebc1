using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Inference;

/// <summary>Puts the limits of single operations onto their endpoints; a limit without a method holds for all on its path.</summary>
internal static class EndpointLimits
{
    public static Endpoint Complete(Endpoint endpoint, RateLimits? limits)
    {
        if (limits is null)
        {
            return endpoint;
        }

        var own = limits.PerEndpoint.Where(l => l.Path.Value == endpoint.Path.Value).ToList();
        var byMethod = own.Where(l => l.Method?.Value == endpoint.Method.Value).ToList();
        var chosen = byMethod.Count > 0 ? byMethod : own.Where(l => l.Method is null);
        return endpoint with { RateLimits = [.. chosen.Select(l => l.Limit)] };
    }
}
