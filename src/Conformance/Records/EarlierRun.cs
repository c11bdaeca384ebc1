using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>What earlier processes did of a run that goes on: the cases that need not be carried out again.</summary>
internal sealed class EarlierRun
{
    private readonly WholeRunJudging whole;

    private EarlierRun(RunRecord record, ImmutableArray<CaseResult> finished, WholeRunJudging whole) =>
        (Record, Finished, this.whole) = (record, finished, whole);

    /// <summary>The record.</summary>
    public RunRecord Record { get; }

    /// <summary>The cases that are over. Those about the whole run are not among them: they are over when all others are.</summary>
    public ImmutableArray<CaseResult> Finished { get; }

    /// <summary>When the first process started.</summary>
    public DateTimeOffset StartedAt => Record.Manifest.Segments[0].StartedAt;

    /// <summary>Requests that were sent, as far as is known: what a killed process sent for a case that it did not finish is not.</summary>
    public int Requests => Record.Manifest.Segments.Select((s, i) => s.Requests ?? Sent(i)).Sum();

    /// <summary>What was created and could not be removed.</summary>
    public IEnumerable<string> LeftBehind => Record.Manifest.Segments.SelectMany(s => s.LeftBehind);

    /// <summary>How long the earlier processes ran, as far as is known.</summary>
    public TimeSpan Duration =>
        TimeSpan.FromTicks(
            Record.Manifest.Segments.Select((s, i) => ((s.EndedAt ?? LastSign(i)) - s.StartedAt).Ticks).Sum()
        );

    /// <summary>What should be known of it.</summary>
    public IEnumerable<string> Notes()
    {
        yield return $"{Finished.Length} cases were carried out before, from {StartedAt:u} on, and were not carried out again (--resume).";
        if (!Record.Manifest.Target.IsSimulated && Record.Manifest.Segments.Any(s => s.EndedAt is null))
        {
            yield return "A process of this run was killed: what it had created at the target is not cleaned up.";
        }
    }

    /// <summary>Takes up a record; refused when it is of another run.</summary>
    /// <param name="record">The record.</param>
    /// <param name="plan">What is to be done.</param>
    /// <param name="context">How it is judged.</param>
    public static Attempt<EarlierRun> Of(RunRecord record, ConformancePlan plan, JudgeContext context)
    {
        if (RunManifests.Difference(record.Manifest, RunManifests.Of(plan, context)) is { } difference)
        {
            return Refusal.Configuration(
                $"The record in '{record.Folder}' is of another run: {difference}.",
                "Resume with the options of that run, or leave --resume out to begin anew."
            );
        }

        try
        {
            var byId = plan.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
            var restoring = new CaseRestoring(plan.Specification);
            var whole = WholeRunJudging.Of(record, byId, restoring, context);
            var finished = record.Cases.Where(IsOver).Select(c => restoring.Result(c, byId[c.Id]));
            return new EarlierRun(record, [.. finished.Where(r => r.Case.OverRun is null)], whole);
        }
        catch (FormatException e)
        {
            return Refusal.Configuration(
                $"The record in '{record.Folder}' does not fit the specification: {e.Message}."
            );
        }
    }

    /// <summary>What the earlier processes show of a case about the whole run.</summary>
    /// <param name="contractCase">The case.</param>
    /// <param name="leftOut">Why other cases were left out.</param>
    /// <param name="at">When the decision is made.</param>
    public ImmutableArray<CaseResult> Conclude(ContractCase contractCase, string? leftOut, DateTimeOffset at) =>
        whole.Conclude(contractCase, leftOut, at);

    // What the end of a run kept from starting, or cut off, is still to be done; so is what a target that was away did not answer.
    private static bool IsOver(CaseForm form) =>
        form.CarriedOut is { } done
        && done.Obstacle?.Kind is not (ObstacleKind.RunLimit or ObstacleKind.TargetUnreachable);

    private int Sent(int segment) =>
        Record
            .Cases.Where(c => c.Segment == segment)
            .Sum(c => c.CarriedOut?.Exchanges.Count(e => e is { IsShared: false, Delivery: null }) ?? 0);

    private DateTimeOffset LastSign(int segment) =>
        Record
            .Cases.Where(c => c.Segment == segment && c.CarriedOut is not null)
            .Select(c => c.CarriedOut!.StartedAt + c.CarriedOut.Duration)
            .Append(Record.Manifest.Segments[segment].StartedAt)
            .Max();
}
