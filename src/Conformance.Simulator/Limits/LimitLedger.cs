using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Limits;

/// <summary>
/// Keeps clients to the published limits. An operation with limits of its own has a bucket of its own, shared by the
/// methods of a path when the limit names no method; all other operations share one bucket for each client.
/// </summary>
/// <param name="specification">Declares the limits.</param>
/// <param name="options">The environment multiplies them.</param>
internal sealed class LimitLedger(IntegrationSpecification specification, SimulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Client, string Bucket, int Index), Meter> _meters = [];
    private readonly decimal _factor = options.Environment?.RateLimitFactor?.Value ?? 1;

    /// <summary>Forgets every count.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _meters.Clear();
        }
    }

    /// <summary>Where the client stands with the tightest of the operation's limits (STANDARDS RTL-23); null when it has none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="consume">Whether the request counts; it never does when one of the limits is used up.</param>
    public Allowance? Measure(Call call, bool consume)
    {
        var (bucket, limits) = LimitsOf(call.Endpoint!);
        var terms = limits.Select(l => call.World.Faults.Through(Terms(l), (f, t) => f.AlterLimit(call, t))).ToList();
        var now = call.World.Clock.GetUtcNow();
        lock (_gate)
        {
            var meters = terms.Select((_, i) => MeterOf(call, bucket, i)).ToList();
            var isAdmitted = terms.Zip(meters).All(p => p.Second.Measure(p.First, now, false).IsAdmitted);
            return terms
                .Zip(meters, (t, m) => m.Measure(t, now, consume && isAdmitted))
                .OrderBy(a => a.Remaining)
                .ThenByDescending(a => a.Reset)
                .Select(a => a with { IsAdmitted = isAdmitted })
                .FirstOrDefault();
        }
    }

    private Meter MeterOf(Call call, string bucket, int index)
    {
        var key = (call.World.Faults.Through(call.Client, (f, c) => f.AlterLimitedClient(call, c)), bucket, index);
        if (!_meters.TryGetValue(key, out var meter))
        {
            _meters[key] = meter = Meter.For(specification.RateLimits?.Algorithm?.Value);
        }

        return meter;
    }

    private (string Bucket, IReadOnlyList<RateLimit> Limits) LimitsOf(Endpoint endpoint)
    {
        if (endpoint.RateLimits.IsDefaultOrEmpty)
        {
            return ("default", specification.RateLimits?.Default ?? []);
        }

        var isShared = specification.RateLimits?.PerEndpoint.Any(p =>
            p.Method is null && p.Path.Value == endpoint.Path.Value
        );
        return (isShared is true ? endpoint.Path.Value : endpoint.Name, endpoint.RateLimits);
    }

    /// <summary>A burst raises what a window admits (STANDARDS C.2, reading B2); a day is no burst.</summary>
    private LimitTerms Terms(RateLimit limit)
    {
        var published = (int)Math.Max(1, decimal.Floor(limit.Requests * _factor));
        var burst = limit.Window < TimeSpan.FromDays(1) ? specification.RateLimits?.Burst?.Factor ?? 1 : 1;
        return new(published, (int)decimal.Floor(published * Math.Max(1, burst)), limit.Window);
    }
}
