using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Sharding;

/// <summary>
/// Cuts the cases of a run into parts that take about as long as each other. The same cases and the same durations give
/// the same parts, on whichever machine.
/// </summary>
/// <param name="durations">How long cases took before; empty to estimate it.</param>
/// <param name="ownTargets">Whether each part has a target of its own, so that nothing need be kept from running at the
/// same time as another part.</param>
internal sealed class ShardPlan(IReadOnlyDictionary<string, TimeSpan> durations, bool ownTargets)
{
    // What a request takes at a target nearby; only how cases compare matters.
    private static readonly TimeSpan Request = TimeSpan.FromMilliseconds(15);

    // As many cases are under way at once that may run beside each other, on machines as build servers have them.
    private const int BesideEachOther = 4;

    // Requests that use up a limit follow each other without a pause.
    private const int AtOnce = 5;

    /// <summary>The cases of one part, in the order of the case list.</summary>
    /// <param name="cases">All selected cases.</param>
    /// <param name="shard">The part.</param>
    /// <remarks>
    /// Cases about the whole run send nothing and belong to every part; they are judged anew when the parts are merged.
    /// </remarks>
    public ImmutableArray<ContractCase> Of(ImmutableArray<ContractCase> cases, Shard shard)
    {
        var own = Parts(cases, shard.Of)[shard.Number - 1];
        return [.. cases.Where(c => c.OverRun is not null || own.Contains(c.Id))];
    }

    private ImmutableArray<HashSet<string>> Parts(ImmutableArray<ContractCase> cases, int count)
    {
        var parts = Enumerable
            .Range(0, count)
            .Select(_ => new HashSet<string>(StringComparer.Ordinal))
            .ToImmutableArray();
        var loads = new TimeSpan[count];
        var (alone, free) = (Together(cases), cases.Where(c => UnitOf(c) is null).Select(c => new[] { c }));
        if (!ownTargets)
        {
            // Parts that share a target must not run at the same time as these, so one part has them and nothing else.
            foreach (var unit in alone)
            {
                Put(unit, count - 1);
            }

            loads[^1] = count > 1 && alone.Count > 0 ? TimeSpan.MaxValue : TimeSpan.Zero;
            alone = [];
        }

        foreach (
            var unit in alone.Concat(free).OrderByDescending(WeightOf).ThenBy(u => u[0].Id, StringComparer.Ordinal)
        )
        {
            var least = Array.IndexOf(loads, loads.Min());
            Put(unit, least);
            loads[least] += WeightOf(unit);
        }

        return parts;

        void Put(ContractCase[] unit, int part) => parts[part].UnionWith(unit.Select(c => c.Id));
    }

    // What must be carried out one after the other: all that waits for attempts, for it waits once; for each window of a
    // limit all that uses it up; and at a target that others use too, all that changes a state or moves a clock.
    private List<ContractCase[]> Together(ImmutableArray<ContractCase> cases) =>
        [
            .. cases
                .Where(c => UnitOf(c) is not null)
                .GroupBy(UnitOf, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.ToArray()),
        ];

    private string? UnitOf(ContractCase contractCase) =>
        contractCase switch
        {
            { OverRun: not null } => "",
            { WaitsForAttempts: true } => "attempts",
            { Isolation: CaseIsolation.SharedState } when !ownTargets => "state",
            { Isolation: CaseIsolation.ExhaustsLimit } => $"limit {WindowOf(contractCase.Endpoint)}",
            _ => null,
        };

    private static string WindowOf(Endpoint? endpoint) =>
        endpoint is { RateLimits: [var limit, ..] } ? limit.Location.ToString() : "default";

    private TimeSpan WeightOf(ContractCase[] unit) => unit.Aggregate(TimeSpan.Zero, (sum, c) => sum + WeightOf(c));

    private TimeSpan WeightOf(ContractCase contractCase)
    {
        if (contractCase.OverRun is not null)
        {
            return TimeSpan.Zero;
        }

        var atOnce = contractCase.Steps.OfType<CaseStep.SendUntilLimited>().Sum(s => s.AtMost);
        var requests = contractCase.MaxRequests - atOnce + atOnce / AtOnce + 1;
        var takes = durations.GetValueOrDefault(contractCase.Id, Request * requests);
        return contractCase.Isolation is CaseIsolation.Parallel ? takes / BesideEachOther : takes;
    }
}
