using System.Collections.Concurrent;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>Runs every case against the simulator without a fault.</summary>
internal static class ConformingRun
{
    /// <summary>Runs it.</summary>
    /// <returns>What it came to, or why it did not start.</returns>
    public static async Task<Attempt<ConformingOutcome>> RunAsync(
        VerificationOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var startedAt = time.GetTimestamp();
        var context = new RunContext { Time = time, EmbeddedTarget = options.Target(time, null) };
        var opening = await ConformanceSession.OpenAsync(options.Plan, context, cancellationToken);
        if (!opening.Succeeded)
        {
            return opening.Refusal;
        }

        await using var session = opening.Value;
        var waves = new CaseWaves(session, _ => true, options.Workers, _ => true);
        await waves.RunOrdinaryAsync(cancellationToken);
        await waves.RunExhaustingAsync(cancellationToken);
        await waves.ConcludeAsync(cancellationToken);
        var run = await session.CompleteAsync([]);
        return new ConformingOutcome(run.Result.Cases, run.Result.Requests, time.GetElapsedTime(startedAt));
    }
}
