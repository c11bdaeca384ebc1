using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Webhooks;

/// <summary>
/// The cases of a run that wait for attempts: whichever is asked for first, all of them are carried out beside each
/// other, so that what takes hours of the target's time is waited for once.
/// </summary>
internal sealed class Companions(JointWait wait, TargetClock clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, CaseRecord> records = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim running = new(1, 1);
    private ImmutableArray<ContractCase> cases = [];

    /// <summary>Takes note of the cases of the run.</summary>
    public void Prepare(IEnumerable<ContractCase> planned) => cases = [.. planned.Where(c => c.WaitsForAttempts)];

    /// <summary>Whether a case has companions.</summary>
    public bool Include(ContractCase contractCase) => cases.Contains(contractCase);

    /// <summary>The record of a case, carried out beside its companions unless that has been done.</summary>
    public async Task<CaseRecord> RunAsync(
        ContractCase contractCase,
        Func<ContractCase, Task<CaseRecord>> run,
        CancellationToken cancellationToken
    )
    {
        await running.WaitAsync(cancellationToken);
        try
        {
            if (!records.ContainsKey(contractCase.Id))
            {
                clock.Settle();
                cases.ToList().ForEach(_ => wait.Join());
                await Task.WhenAll(cases.Select(c => OneAsync(c, run)));
            }
        }
        finally
        {
            running.Release();
        }

        // Each record is handed out once: a case that is asked for again is carried out again.
        return records.TryRemove(contractCase.Id, out var record) ? record : await run(contractCase);
    }

    /// <inheritdoc />
    public void Dispose() => running.Dispose();

    private async Task OneAsync(ContractCase contractCase, Func<ContractCase, Task<CaseRecord>> run)
    {
        try
        {
            records[contractCase.Id] = await run(contractCase);
        }
        finally
        {
            wait.Leave();
        }
    }
}
