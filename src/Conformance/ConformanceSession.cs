using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Execution;
using Conformance.Execution.Courtesy;
using Conformance.Records;
using Conformance.Repeating;
using Conformance.Reports;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance;

/// <summary>
/// A run against a target that is there: carries cases out, judges them and hands them to the reports, one by one, in
/// whatever order and number at a time the runner likes. Thread-safe. Complete it, then dispose of it.
/// </summary>
public sealed class ConformanceSession : IAsyncDisposable
{
    // Long enough to withdraw what a run creates at a target that keeps its limits; short enough to wait for after Ctrl-C.
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromMinutes(1);

    private readonly SessionParts parts;
    private readonly RunStops stops;
    private readonly FailureShrinking shrinking;
    private readonly CaseRepetition repetition;
    private readonly long startedAt;
    private readonly ConcurrentDictionary<string, CaseResult> results = new(StringComparer.Ordinal);
    private readonly RunWitness witness;
    private readonly EvidenceBudget evidence = new();

    private ConformanceSession(SessionParts parts, CancellationToken interruption)
    {
        this.parts = parts;
        stops = new RunStops(parts.Plan.Options, parts.Context.Time, interruption);
        repetition = new CaseRepetition(parts.Plan.Options.Retries, parts.Plan.Options.IsStrict, CarryOutAsync);
        shrinking = new FailureShrinking(parts.Plan, parts.Target, parts.Judgement);
        startedAt = parts.Context.Time.GetTimestamp();
        witness = new RunWitness(parts);
        var budget = parts.Target.Plan(parts.Remaining);
        Budget = parts.Run.IsSimulated ? budget with { CleanUpRequests = 0 } : budget;
    }

    /// <summary>What is to be done.</summary>
    public ConformancePlan Plan => parts.Plan;

    /// <summary>The planned cases, in the order they are carried out.</summary>
    public ImmutableArray<ContractCase> Cases => parts.Plan.Cases;

    /// <summary>The head of every report.</summary>
    public RunDescription Run => parts.Run;

    /// <summary>What the run can cost the target at most.</summary>
    public RequestBudget Budget { get; }

    /// <summary>Number of requests sent so far, those for tokens and to test controls included.</summary>
    public int RequestsSent => parts.Target.RequestsSent;

    /// <summary>Set when no further case may start: interruption, end of the run's time, or a failure with fail-fast.</summary>
    public CancellationToken Stopping => stops.NoMoreCases;

    /// <summary>Opens a run: starts or finds the target, looks whether it is there, and prepares the reports.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="context">Clock, embedded target and observer.</param>
    /// <param name="cancellationToken">Interrupts the run, also after it is open.</param>
    public static async Task<Attempt<ConformanceSession>> OpenAsync(
        ConformancePlan plan,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        var assembly = await SessionParts.AssembleAsync(plan, context, cancellationToken);
        if (!assembly.Succeeded)
        {
            return assembly.Refusal;
        }

        var session = new ConformanceSession(assembly.Value, cancellationToken);
        await session.TakeUpAsync();
        context.Observer?.Started(session);
        return session;
    }

    /// <summary>Carries one case out, judges it and hands it to the reports. Never throws for what a target does.</summary>
    /// <param name="contractCase">One of <see cref="Cases"/>; a second call returns what the first one came to.</param>
    /// <param name="cancellationToken">Ends the case.</param>
    public async Task<CaseResult> RunCaseAsync(ContractCase contractCase, CancellationToken cancellationToken)
    {
        if (results.TryGetValue(contractCase.Id, out var earlier))
        {
            return earlier;
        }

        if (Stopping.IsCancellationRequested)
        {
            return CaseJudge.NotCarriedOut(contractCase, stops.Reason);
        }

        parts.Context.Observer?.CaseStarted(contractCase);
        var result = await ExecuteAndJudgeAsync(contractCase, cancellationToken);
        result = await RecordAsync(result);
        parts.Context.Observer?.CaseFinished(result);
        stops.Heed(result);
        return result;
    }

    /// <summary>What a case came to; null when it has not been carried out.</summary>
    /// <param name="caseId">Id of the case.</param>
    public CaseResult? ResultOf(string caseId) => results.GetValueOrDefault(caseId);

    /// <summary>Cleans up at the target, gives every planned case a verdict, completes the reports and decides the gate.</summary>
    /// <param name="problems">What went wrong in the runner; any problem keeps the run from conforming.</param>
    /// <param name="notSelected">Why cases without a result were left out on purpose; null when they were to run.</param>
    public async Task<CompletedRun> CompleteAsync(IReadOnlyList<string> problems, string? notSelected = null)
    {
        var leftBehind = await CleanUpAsync();
        foreach (var contractCase in Cases.Where(c => !results.ContainsKey(c.Id)))
        {
            await RecordAsync(
                notSelected is null || Stopping.IsCancellationRequested
                    ? CaseJudge.NotCarriedOut(contractCase, stops.Reason)
                    : CaseJudge.Skipped(contractCase, notSelected)
            );
        }

        witness.End(leftBehind, stops.WasInterrupted);
        problems = [.. problems, .. witness.Problems];
        var cases = FailureShrinking.Spread([.. Cases.Select(c => results[c.Id])]);
        var result = new RunResult
        {
            Run = Run,
            Cases = cases,
            Duration = parts.Context.Time.GetElapsedTime(startedAt) + (parts.Earlier?.Duration ?? TimeSpan.Zero),
            Requests = parts.Target.RequestsSent + (parts.Earlier?.Requests ?? 0),
            WasInterrupted = stops.WasInterrupted,
            LeftBehind = [.. parts.Earlier?.LeftBehind ?? [], .. leftBehind],
            Notes =
            [
                .. RunNotes.Of(Plan),
                .. Run.IsSimulated ? [] : RunNotes.OfSecrets(parts.Target.Secrets.Known),
                .. parts.Earlier?.Notes() ?? [],
                .. parts.Gates.Notes(cases),
                .. RepetitionNotes.Of(cases, repetition.NotRepeated),
                .. problems,
            ],
        };
        var decision = RunGate.Narrow(parts.Gates.Decide(result), problems, new([], []));
        result = result with { ExitCode = decision.ExitCode, ExitReason = decision.Reason };
        var reports = await parts.Reports.FinishAsync(result, CancellationToken.None);
        return new CompletedRun(Plan, result, RunGate.Narrow(decision, problems, reports), reports);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        stops.Dispose();
        shrinking.Dispose();
        repetition.Dispose();
        await parts.DisposeAsync();
    }

    // What was carried out before is told to the reports as if it had just ended; nobody else need hear of it.
    private async Task TakeUpAsync()
    {
        foreach (var recorded in parts.Earlier?.Finished ?? [])
        {
            var finished = parts.Gates.Apply(recorded);
            if (results.TryAdd(finished.Case.Id, finished))
            {
                await parts.Reports.CaseFinishedAsync(finished, CancellationToken.None);
                results[finished.Case.Id] = evidence.Keep(finished);
            }
        }
    }

    // The embedded target is gone with all that is in it when the run is over.
    private async Task<ImmutableArray<string>> CleanUpAsync()
    {
        if (Run.IsSimulated)
        {
            return [];
        }

        using var time = new CancellationTokenSource(CleanUpTime, parts.Context.Time);
        return (await parts.Target.CleanUpAsync(time.Token)).LeftBehind;
    }

    private async Task<CaseResult> ExecuteAndJudgeAsync(ContractCase contractCase, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stops.Abort);
        try
        {
            if (contractCase.OverRun is not null)
            {
                return witness.Conclude(contractCase, LeftOut());
            }

            var result = await repetition.RunAsync(contractCase, linked.Token);
            if (result.Record is { } record)
            {
                witness.Take(record);
            }

            return await shrinking.ShrinkAsync(result, linked.Token);
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            return CaseJudge.Interrupted(contractCase);
        }
#pragma warning disable CA1031 // Whatever broke is our defect: it must show as an error of this case, not end the run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var what = parts.Target.Mask($"{e.GetType().Name}: {e.Message}");
            return CaseJudge.Broken(contractCase, $"A defect of this tool: {what}");
        }
    }

    private async Task<CaseResult> CarryOutAsync(ContractCase contractCase, CancellationToken cancellationToken) =>
        CaseJudge.Judge(await parts.Target.ExecuteAsync(contractCase, cancellationToken), parts.Judgement);

    // Why the run shows less than all cases together would; null when every one was carried out.
    private string? LeftOut()
    {
        if (Plan.NotSelected > 0)
        {
            return "The filter left other cases out.";
        }

        if (Plan.InOtherShards > 0)
        {
            return "Other parts of the run carry out other cases.";
        }

        // What is waived was carried out.
        var others = Cases.Where(c => c.OverRun is null).Select(c => ResultOf(c.Id));
        return others.Any(r =>
            r is null || (r.Verdict is Verdict.Skipped && !r.Checks.Any(c => c.Outcome is CheckOutcome.Waived))
        )
            ? "Other cases were left out."
            : null;
    }

    // The record tells what was judged; what is waived is a matter of this run, and of its reports.
    private async Task<CaseResult> RecordAsync(CaseResult result)
    {
        var told = parts.Gates.Apply(result);
        if (results.TryAdd(result.Case.Id, told))
        {
            witness.Write(result);
            await parts.Reports.CaseFinishedAsync(told, CancellationToken.None);
            results[result.Case.Id] = evidence.Keep(told);
        }

        return told;
    }
}
