using System.Collections.Immutable;
using Conformance.Execution.Secrets;
using Conformance.Gating;
using Conformance.Records;
using Conformance.Repeating;
using Conformance.Reports;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Merging;

/// <summary>Joins the records of the parts of a run, and reports and gates the whole as the run would have.</summary>
public static class RunMerge
{
    /// <summary>Reads, joins, judges and reports.</summary>
    /// <param name="options">What is joined.</param>
    /// <param name="context">Clock, and what reports read of the surroundings.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    /// <returns>The whole run, or why the records make none.</returns>
    public static async Task<Attempt<MergedRun>> RunAsync(
        MergeOptions options,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        var set = await RecordSet.ReadAsync(options.Folders, cancellationToken);
        if (!set.Succeeded)
        {
            return set.Refusal;
        }

        var plan = RecordedPlan.Of(set.Value.Manifest, options, cancellationToken);
        if (!plan.Succeeded)
        {
            return plan.Refusal;
        }

        var gates = RunGates.Open(plan.Value, context.Time, cancellationToken);
        if (!gates.Succeeded)
        {
            return gates.Refusal;
        }

        try
        {
            var judging = Rederivation.ContextOf(set.Value.Manifest, plan.Value.Specification);
            var merged = MergedRecord.Of(set.Value, plan.Value, judging);
            return await ReportAsync(options, context, set.Value, gates.Value, merged, cancellationToken);
        }
        catch (FormatException e)
        {
            return Refusal.Configuration($"The records do not fit the specification: {e.Message}.");
        }
    }

    private static async Task<Attempt<MergedRun>> ReportAsync(
        MergeOptions options,
        RunContext context,
        RecordSet set,
        RunGates gates,
        MergedRecord merged,
        CancellationToken cancellationToken
    )
    {
        var secrets = KnownSecrets.Of(gates.Plan.Specification, context.Variables);
        var files = new GuardedFiles(secrets);
        var reporting = new ReportOptions
        {
            Folder = options.OutputFolder,
            // What was written down has no secret in it.
            Mask = static text => text,
            Files = files,
            Variables = context.Variables,
            Host = context.Host,
        };
        if (ReportSet.Create(options.Reports, reporting) is not ReportSelection.Accepted { Reports: { } reports })
        {
            return Refusal.Configuration($"'{options.Reports}' names an unknown report.");
        }

        await using var open = reports;
        var plan = gates.Plan;
        var segments = merged.Record.Manifest.Segments;
        var run = RecordedPlan.Describe(merged.Record.Manifest, plan.Specification);
        if (await reports.StartAsync(run, cancellationToken) is [var problem, ..])
        {
            return Refusal.Configuration(problem.ToString());
        }

        var cases = FailureShrinking.Spread([.. merged.Results.Select(gates.Apply)]);
        foreach (var result in cases)
        {
            await reports.CaseFinishedAsync(result, cancellationToken);
        }

        var finished = new RunResult
        {
            Run = run,
            Cases = cases,
            Duration = segments.Max(s => s.EndedAt ?? s.StartedAt) - segments.Min(s => s.StartedAt),
            Requests = segments.Sum(s => s.Requests ?? 0),
            WasInterrupted = segments.Any(s => s.WasInterrupted),
            LeftBehind = [.. segments.SelectMany(s => s.LeftBehind)],
            Notes =
            [
                .. RunNotes.Of(plan),
                .. NotesOf(set, merged),
                .. gates.Notes(cases),
                .. RepetitionNotes.Of(cases, notRepeated: 0),
            ],
        };
        var decision = gates.Decide(finished);
        finished = finished with { ExitCode = decision.ExitCode, ExitReason = decision.Reason };
        var written = await reports.FinishAsync(finished, cancellationToken);
        string[] problems = RunJournal.WriteWhole(
            Path.Combine(options.OutputFolder, RunRecord.FolderName),
            merged.Record,
            files
        )
            is { } unwritten
            ? [unwritten]
            : [];
        return new MergedRun(plan, finished, RunGate.Narrow(decision, problems, written), written);
    }

    private static IEnumerable<string> NotesOf(RecordSet set, MergedRecord merged)
    {
        if (set.Manifest.Shard is not null)
        {
            yield return $"Joined from the parts {string.Join(", ", set.Records.Select(r => r.Manifest.Shard))}.";
        }

        foreach (var missing in set.Missing)
        {
            yield return $"Part {missing} is missing.";
        }

        foreach (var record in set.Records)
        {
            var left = record.Manifest.Planned.Except(record.Cases.Select(c => c.Id)).ToArray();
            if (left.Length > 0)
            {
                yield return $"Part {record.Manifest.Shard ?? "1/1"} ended before {left.Length} of its {record.Manifest.Planned.Length} cases: {string.Join(", ", left.Take(3))}{(left.Length > 3 ? ", ..." : "")}. --resume goes on with it.";
            }
        }
    }
}

/// <summary>A run that was put together.</summary>
/// <param name="Plan">All selected cases.</param>
/// <param name="Result">What they came to.</param>
/// <param name="Gate">The count, and the exit code with its reason.</param>
/// <param name="Reports">The reports that were written, and those that could not be.</param>
public sealed record MergedRun(ConformancePlan Plan, RunResult Result, GateDecision Gate, ReportOutcome Reports);
