using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>
/// Walks through the cases of a session without a test framework: those that may run beside each other first, then those
/// that change a state, then those that use up a limit, each of these alone and in order, and last those that judge what
/// the others recorded.
/// </summary>
/// <param name="session">The open session.</param>
/// <param name="wanted">Tells the cases that are carried out from those that are not.</param>
/// <param name="workers">How many cases run beside each other.</param>
/// <param name="heed">Hears every result, from any thread, and says whether further cases are wanted.</param>
internal sealed class CaseWaves(
    ConformanceSession session,
    Func<ContractCase, bool> wanted,
    int workers,
    Func<CaseResult, bool> heed
)
{
    private volatile bool isEnough;

    /// <summary>Carries the cases out that leave the limits alone.</summary>
    public async Task RunOrdinaryAsync(CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Of(CaseIsolation.Parallel), parallel, async (c, stop) => await RunAsync(c, stop));
        await RunInOrderAsync(CaseIsolation.SharedState, cancellationToken);
    }

    /// <summary>Carries the cases out that use up a limit.</summary>
    public Task RunExhaustingAsync(CancellationToken cancellationToken) =>
        RunInOrderAsync(CaseIsolation.ExhaustsLimit, cancellationToken);

    /// <summary>
    /// Judges the cases about the whole run by what was carried out until now, also when no further case is wanted: they
    /// send nothing.
    /// </summary>
    public async Task ConcludeAsync(CancellationToken cancellationToken)
    {
        foreach (var contractCase in Of(CaseIsolation.WholeRun))
        {
            cancellationToken.ThrowIfCancellationRequested();
            heed(await session.RunCaseAsync(contractCase, cancellationToken));
        }
    }

    private async Task RunInOrderAsync(CaseIsolation isolation, CancellationToken cancellationToken)
    {
        foreach (var contractCase in Of(isolation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RunAsync(contractCase, cancellationToken);
        }
    }

    private async Task RunAsync(ContractCase contractCase, CancellationToken cancellationToken)
    {
        if (isEnough || session.Stopping.IsCancellationRequested)
        {
            return;
        }

        var result = await session.RunCaseAsync(contractCase, cancellationToken);
        if (!heed(result))
        {
            isEnough = true;
        }
    }

    private IEnumerable<ContractCase> Of(CaseIsolation isolation) =>
        session.Cases.Where(c => c.Isolation == isolation && wanted(c));
}
