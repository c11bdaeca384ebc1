using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Conformance.Simulator.Faults;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>Runs the suite against a simulator with one fault, until enough is known of it.</summary>
internal sealed class FaultRun(VerificationOptions options, Yardstick yardstick, Fault fault, TimeProvider time)
{
    private readonly ConcurrentBag<CaseResult> results = [];
    private int catches;

    /// <summary>Runs it. Cancellation leaves what was seen until then.</summary>
    public async Task<FaultOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var target = new SimulatorTarget(time, fault.Name);
        var context = new RunContext { Time = time, EmbeddedTarget = target };
        var opening = await ConformanceSession.OpenAsync(options.Plan, context, cancellationToken);
        if (!opening.Succeeded)
        {
            var refusal = opening.Refusal;
            return refusal.Kind is RefusalKind.Interrupted
                ? Interrupted(fault)
                : new(fault, Detection.Survived) { Reason = $"No case was started. {refusal.Message}" };
        }

        await using var session = opening.Value;
        try
        {
            await RunCasesAsync(session, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was caught before the interruption is caught.
        }

        return Judge(cancellationToken.IsCancellationRequested) with
        {
            Alterations = target.Alterations,
            Requests = session.RequestsSent,
            Duration = time.GetElapsedTime(startedAt),
        };
    }

    /// <summary>The row of a fault that was not tried.</summary>
    public static FaultOutcome Interrupted(Fault fault) =>
        new(fault, Detection.NotRun) { Reason = "The verification was interrupted." };

    private async Task RunCasesAsync(ConformanceSession session, CancellationToken cancellationToken)
    {
        var waves = new CaseWaves(session, options.Workers, Heed);
        await waves.RunOrdinaryAsync(cancellationToken);
        if (options.IsFull)
        {
            await waves.RunExhaustingAsync(cancellationToken);
        }

        // What the run shows as a whole costs no request, so it is asked before a limit is used up.
        await waves.ConcludeAsync(cancellationToken);
        if (!options.IsFull && catches == 0)
        {
            await waves.RunExhaustingAsync(cancellationToken);
        }
    }

    private bool Heed(CaseResult result)
    {
        results.Add(result);
        var count = yardstick.FailureOf(result) is null
            ? Volatile.Read(ref catches)
            : Interlocked.Increment(ref catches);
        return options.IsFull || count < VerificationOptions.EnoughCatches;
    }

    private FaultOutcome Judge(bool wasInterrupted)
    {
        var byCase = results.ToDictionary(r => r.Case.Id, StringComparer.Ordinal);
        var ran = options.Plan.Cases.Select(c => byCase.GetValueOrDefault(c.Id)).OfType<CaseResult>().ToList();
        ImmutableArray<Sighting> failures = [.. ran.Select(yardstick.FailureOf).OfType<Sighting>()];
        ImmutableArray<Sighting> warnings = [.. ran.Select(yardstick.WarningOf).OfType<Sighting>()];
        var isComplete = ran.Count == options.Plan.Cases.Length;
        var detection =
            !failures.IsEmpty ? Detection.Caught
            : wasInterrupted ? Detection.NotRun
            : !warnings.IsEmpty ? Detection.Warned
            : Detection.Survived;
        return new FaultOutcome(fault, detection)
        {
            Catches = failures,
            Warnings = warnings,
            CasesRun = ran.Count,
            IsComplete = isComplete,
            Defects =
            [
                .. ran.Where(r => r.Verdict is Verdict.Error && yardstick.Passes(r.Case.Id))
                    .Select(r => $"{r.Case.Id}: {r.Reason}"),
            ],
            Reason = detection switch
            {
                Detection.Survived => WhyUnnoticed(ran),
                Detection.NotRun => Interrupted(fault).Reason,
                _ => null,
            },
        };
    }

    private string WhyUnnoticed(IReadOnlyCollection<CaseResult> ran)
    {
        var open = ran.Where(r => r.Verdict is not (Verdict.Passed or Verdict.Failed) && yardstick.Passes(r.Case.Id))
            .ToList();
        return open is [var first, ..]
            ? Invariant(
                $"No case failed; {open.Count} could not be carried out, the first for this reason: {first.Reason}"
            )
            : Invariant($"{ran.Count} cases ran, and none of them noticed.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
