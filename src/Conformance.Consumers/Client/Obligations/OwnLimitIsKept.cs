using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>The published limit is kept by the client itself (STANDARDS CLI-25).</summary>
internal sealed class OwnLimitIsKept : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.RateLimits is { } limits
            ?
            [
                Case(
                    ScenarioKind.RateLimit,
                    "own-limit-is-kept",
                    "The client stays under the published limits by itself",
                    Demand.Advice(
                        "rate_limits",
                        "The consumer SHOULD stay under the published limits by itself.",
                        limits.Location,
                        "CLI-25"
                    ),
                    [],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        var limits = seen.Specification.RateLimits!;
        var burst = limits.Burst?.Factor ?? 1;
        var nearest = 0m;
        foreach (var trace in seen.Traces)
        {
            foreach (var (limit, calls) in Limited(trace, limits))
            {
                var (most, last) = MostIn(calls, limit.Window);
                if (most > limit.Requests * burst)
                {
                    return Ruling.BrokenBy(
                        new(
                            $"{In(trace)}, {last!.Line}",
                            $"{limit.Requests} requests in {limit.Window.TotalSeconds:0} s{(burst > 1 ? $", {limit.Requests * burst:0} in a burst" : "")}",
                            $"{most} requests in {limit.Window.TotalSeconds:0} s",
                            "count requests on your side, and hold back what is too much",
                            last
                        )
                    );
                }

                nearest = Math.Max(nearest, (decimal)most / limit.Requests);
            }
        }

        return nearest >= 0.5m
            ? Ruling.Holds
            : new Ruling.DoesNotApply(
                $"the client came to {nearest:P0} of a limit at most, so it was not seen whether it holds back"
            );
    }

    private static IEnumerable<(RateLimit Limit, SeenCall[] Calls)> Limited(ScriptTrace trace, RateLimits limits)
    {
        var calls = trace.ApiCalls.Where(c => c.Endpoint is not null).ToArray();
        var own =
            from same in calls.GroupBy(c => c.Endpoint!)
            from limit in same.Key.RateLimits
            select (limit, same.ToArray());
        SeenCall[] others = [.. calls.Where(c => c.Endpoint!.RateLimits.IsEmpty)];
        return own.Concat(limits.Default.Select(l => (l, others)));
    }

    private static (int Most, SeenCall? Last) MostIn(SeenCall[] calls, TimeSpan window)
    {
        var (most, first) = (0, 0);
        SeenCall? last = null;
        for (var next = 0; next < calls.Length; next++)
        {
            while (calls[next].At - calls[first].At >= window)
            {
                first++;
            }

            if (next - first + 1 > most)
            {
                (most, last) = (next - first + 1, calls[next]);
            }
        }

        return (most, last);
    }
}
