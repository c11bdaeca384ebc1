using System.Collections.Concurrent;
using Conformance.Scenarios.Cases;
using Conformance.Simulator.Faults;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>Runs the suite against a simulator with one fault, until enough is known of it.</summary>
internal sealed class FaultRun(VerificationOptions options, Yardstick yardstick, Fault fault, TimeProvider time)
{
    private readonly ConcurrentBag<CaseResult> results = [];
    private readonly long startedAt = time.GetTimestamp();
    private int catches;

    /// <summary>Runs it. Cancellation leaves what was seen until then.</summary>
    public async Task<FaultOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var isNear = !options.IsFull && fault.Area is not FaultArea.Transport;
        var nearest = isNear ? await InSessionAsync(Walk(NearestCases.Of(fault.Area)), cancellationToken) : default;
        var seen =
            isNear && (catches > 0 || nearest.Refusal is not null || cancellationToken.IsCancellationRequested)
                ? nearest
                : await AfreshAsync(nearest);
        var outcome = seen.Refusal switch
        {
            null => new FaultJudgement(options, yardstick, fault).Judge(
                results,
                seen.Alterations,
                cancellationToken.IsCancellationRequested
            ),
            { Kind: RefusalKind.Interrupted } => Interrupted(fault),
            var refusal => new(fault, Detection.Survived) { Reason = $"No case was started. {refusal.Message}" },
        };
        if (outcome.Catches is [{ Case.Isolation: CaseIsolation.ExhaustsLimit }] && !await IsConfirmedAsync())
        {
            outcome = FaultJudgement.Unconfirmed(outcome);
        }

        return outcome with
        {
            Alterations = seen.Alterations,
            Requests = seen.Requests,
            Duration = time.GetElapsedTime(startedAt),
        };

        // No case is carried out twice in one session: the others would find its traces.
        async Task<Seen> AfreshAsync(Seen before)
        {
            results.Clear();
            var all = await InSessionAsync(Walk(_ => true), cancellationToken);
            return all with { Requests = before.Requests + all.Requests };
        }

        // Cases that use up a limit depend on the clock; one of them alone may have failed because the machine was busy.
        async Task<bool> IsConfirmedAsync()
        {
            var only = outcome.Catches[0].Case;
            CaseResult? again = null;
            await InSessionAsync(async (s, stop) => again = await s.RunCaseAsync(only, stop), cancellationToken);
            return again is null || yardstick.FailureOf(again) is not null;
        }
    }

    /// <summary>The row of a fault that was not tried.</summary>
    public static FaultOutcome Interrupted(Fault fault) =>
        new(fault, Detection.NotRun) { Reason = "The verification was interrupted." };

    private async Task<Seen> InSessionAsync(
        Func<ConformanceSession, CancellationToken, Task> run,
        CancellationToken cancellationToken
    )
    {
        var target = options.Target(time, fault);
        var context = new RunContext { Time = time, EmbeddedTarget = target };
        var opening = await ConformanceSession.OpenAsync(options.Plan, context, cancellationToken);
        if (!opening.Succeeded)
        {
            return new(opening.Refusal, 0, 0);
        }

        await using var session = opening.Value;
        try
        {
            await run(session, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was caught before the interruption is caught.
        }

        return new(null, target.Alterations, session.RequestsSent);
    }

    private Func<ConformanceSession, CancellationToken, Task> Walk(Func<ContractCase, bool> wanted) =>
        (session, stop) => WalkAsync(new CaseWaves(session, wanted, options.Workers, Heed), stop);

    private async Task WalkAsync(CaseWaves waves, CancellationToken cancellationToken)
    {
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
        var caught = yardstick.FailureOf(result) is null
            ? Volatile.Read(ref catches)
            : Interlocked.Increment(ref catches);
        return options.IsFull || (caught < VerificationOptions.EnoughCatches && !IsHopeless());
    }

    // A server that answers late or never keeps each case waiting, and its last answers show nothing that its first did not.
    private bool IsHopeless() =>
        fault.Area is FaultArea.Transport && time.GetElapsedTime(startedAt) > VerificationOptions.TransportTime;

    /// <summary>What one session came to.</summary>
    private readonly record struct Seen(Refusal? Refusal, long Alterations, int Requests);
}
