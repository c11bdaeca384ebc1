using System.Collections.Immutable;
using Conformance.Execution.Secrets;
using Conformance.Records;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;

namespace Conformance.Merging;

/// <summary>The records of all parts as the record of one run, and what its cases came to.</summary>
internal sealed class MergedRecord
{
    private MergedRecord(RunRecord record, ImmutableArray<CaseResult> results) => (Record, Results) = (record, results);

    /// <summary>The record of the whole.</summary>
    public RunRecord Record { get; }

    /// <summary>Every selected case, in the order of the case list.</summary>
    public ImmutableArray<CaseResult> Results { get; }

    /// <summary>Joins the records.</summary>
    /// <param name="set">The records.</param>
    /// <param name="plan">All selected cases of the run.</param>
    /// <param name="context">How they are judged.</param>
    /// <exception cref="FormatException">A record does not fit the specification.</exception>
    public static MergedRecord Of(RecordSet set, ConformancePlan plan, JudgeContext context)
    {
        var byId = plan.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var joined = Join(set, plan);
        var restoring = new CaseRestoring(plan.Specification);
        var whole = WholeRunJudging.Of(joined, byId, restoring, context);
        var done = joined.Cases.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var alone = new AloneInTime(
            set.Records,
            set.Manifest is { Target: { IsSimulated: false, IsInProcess: false }, HasOwnTargets: false }
        );
        var results = plan.Cases.Select(c =>
            c.OverRun is not null && joined.Manifest.Segments.Length > 0
                ? WholeRunJudging.Together(whole.Conclude(c, LeftOut(set, done, plan), LastSign(joined)))
            : done.TryGetValue(c.Id, out var form) ? alone.Weigh(restoring.Result(form, c))
            : CaseJudge.NotCarriedOut(c, WhyMissing(c, set))
        );
        var all = results.ToImmutableArray();
        var forms = new CaseForms(new SecretMask());
        return new MergedRecord(
            joined with
            {
                Cases =
                [
                    .. joined.Cases,
                    .. all.Where(r => r.Case.OverRun is not null)
                        .Select(r => forms.Of(r, joined.Manifest.Segments.Length - 1, null)),
                ],
            },
            all
        );
    }

    private static RunRecord Join(RecordSet set, ConformancePlan plan)
    {
        var aboutRun = plan.Cases.Where(c => c.OverRun is not null).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var segments = ImmutableArray.CreateBuilder<RunSegment>();
        var cases = ImmutableArray.CreateBuilder<CaseForm>();
        var deliveries = ImmutableDictionary.CreateBuilder<int, ImmutableArray<ExchangeForm>>();
        foreach (var record in set.Records)
        {
            var offset = segments.Count;
            segments.AddRange(record.Manifest.Segments);
            cases.AddRange(
                record.Cases.Where(c => !aboutRun.Contains(c.Id)).Select(c => c with { Segment = c.Segment + offset })
            );
            deliveries.AddRange(record.Deliveries.Select(d => KeyValuePair.Create(d.Key + offset, d.Value)));
        }

        return set.Records[0] with
        {
            Manifest = set.Manifest with
            {
                Shard = null,
                Planned = [.. plan.Cases.Select(c => c.Id)],
                Segments = segments.ToImmutable(),
            },
            Cases = cases.ToImmutable(),
            Deliveries = deliveries.ToImmutable(),
            IsTorn = false,
        };
    }

    private static string WhyMissing(ContractCase contractCase, RecordSet set)
    {
        var missing = set.Missing.Select(s => s.ToString()).ToArray();
        return set.Records.FirstOrDefault(r => r.Manifest.Planned.Contains(contractCase.Id)) is { } cutOff
                ? $"{(cutOff.Manifest.Shard is { } part ? $"Part {part}" : "The run")} ended before this case."
            : missing is [var only] ? $"Part {only} of the run is missing."
            : $"It is in one of the parts that are missing: {string.Join(", ", missing)}.";
    }

    private static string? LeftOut(RecordSet set, Dictionary<string, CaseForm> done, ConformancePlan plan) =>
        plan.NotSelected > 0 ? "The filter left other cases out."
        : set.Missing.Any() || plan.Cases.Any(c => c.OverRun is null && !done.ContainsKey(c.Id))
            ? "Other cases were left out."
        : null;

    private static DateTimeOffset LastSign(RunRecord record) =>
        record.Manifest.Segments.Max(s => s.EndedAt ?? s.StartedAt);
}
