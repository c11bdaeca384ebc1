using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Simulator.Faults;

namespace Conformance.Cli.Verification;

/// <summary>
/// Lies to the suite in every known way and looks which lies it notices. All runs share one plan: cases are compiled
/// once, and are pure data.
/// </summary>
internal static class Verifier
{
    /// <summary>Runs the suite against the conforming simulator, then against every fault and, among them, the conforming one again.</summary>
    /// <param name="options">What is verified.</param>
    /// <param name="finished">Hears every row as it is done, from any thread.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Interrupts; faults that were not tried by then are listed as such.</param>
    /// <returns>The matrix, or why it could not be begun.</returns>
    public static async Task<Attempt<VerificationResult>> RunAsync(
        VerificationOptions options,
        Action<FaultOutcome> finished,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var startedAt = time.GetTimestamp();
        var alone = await ConformingRun.RunAsync(options, time, cancellationToken);
        if (!alone.Succeeded)
        {
            return alone.Refusal;
        }

        var yardstick = new Yardstick(alone.Value.Cases);
        var rows = new ConcurrentDictionary<string, FaultOutcome>(StringComparer.Ordinal);
        var amongOthers = new List<ConformingOutcome>();
        // A second conforming run shows what only happens when the machine is busy; null stands for it.
        var lanes = options.Faults.ToLookup(f => f.Area is FaultArea.Webhooks);
        await Task.WhenAll(
            WalkAsync([.. lanes[false].Take(1), null, .. lanes[false].Skip(1)], options.Parallel),
            WalkAsync([.. lanes[true]], options.ParallelDeliveries)
        );
        return new VerificationResult(
            options,
            [alone.Value, .. amongOthers],
            [.. options.Faults.Select(f => rows[f.Name])],
            time.GetElapsedTime(startedAt)
        );

        Task WalkAsync(Fault?[] faults, int beside) =>
            Parallel.ForEachAsync(
                faults,
                new ParallelOptions { MaxDegreeOfParallelism = beside },
                async (fault, _) =>
                {
                    if (fault is null)
                    {
                        amongOthers.AddRange(await ConformAgainAsync(options, time, cancellationToken));
                        return;
                    }

                    var row =
                        fault.LacksIn(options.Plan.Specification) is { } lack ? FaultOutcome.NotApplicable(fault, lack)
                        : cancellationToken.IsCancellationRequested ? FaultRun.Interrupted(fault)
                        : await new FaultRun(options, yardstick, fault, time).RunAsync(cancellationToken);
                    rows[fault.Name] = row;
                    finished(row);
                }
            );
    }

    private static async Task<ImmutableArray<ConformingOutcome>> ConformAgainAsync(
        VerificationOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ConformingRun.RunAsync(options, time, cancellationToken) is { Succeeded: true } again
                ? [again.Value]
                : [];
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }
}
