using System.Collections.Immutable;
using Conformance.Records;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Results;

namespace Conformance.Merging;

/// <summary>
/// Cases that must run alone prove nothing against a target that another part was using at the same time: what they saw
/// may be the other part's doing. Only failures are in doubt; a case that passed in spite of it has passed.
/// </summary>
/// <param name="records">The records of the parts.</param>
/// <param name="isShared">Whether the parts used the same target.</param>
internal sealed class AloneInTime(ImmutableArray<RunRecord> records, bool isShared)
{
    private readonly ImmutableArray<(string Part, DateTimeOffset From, DateTimeOffset To)> times =
    [
        .. records.SelectMany(r =>
            r.Cases.Where(c => c.CarriedOut is not null)
                .GroupBy(c => c.Segment)
                .Select(g =>
                    (
                        r.Manifest.Shard ?? "",
                        g.Min(c => c.CarriedOut!.StartedAt),
                        g.Max(c => c.CarriedOut!.StartedAt + c.CarriedOut.Duration)
                    )
                )
        ),
    ];

    private readonly Dictionary<string, string> partOf = records
        .SelectMany(r => r.Cases.Select(c => (c.Id, Part: r.Manifest.Shard ?? "")))
        .DistinctBy(c => c.Id)
        .ToDictionary(c => c.Id, c => c.Part, StringComparer.Ordinal);

    /// <summary>The result, or that nothing can be said.</summary>
    /// <param name="result">What a part says.</param>
    public CaseResult Weigh(CaseResult result)
    {
        if (
            !isShared
            || result is not { Verdict: Verdict.Failed, Record: { } record }
            || result.Case.Isolation is CaseIsolation.Parallel
        )
        {
            return result;
        }

        var (from, to) = (record.StartedAt, record.StartedAt + record.Duration);
        var other = times.FirstOrDefault(t => t.Part != partOf[result.Case.Id] && t.From < to && t.To > from).Part;
        return other is null
            ? result
            : result with
            {
                Verdict = Verdict.Inconclusive,
                Reason =
                    $"It failed while part {other} was using the same target, which may be why: carry part {partOf[result.Case.Id]} out when the others are over, or give each part a target of its own (--own-target).",
            };
    }
}
