using System.Collections.Concurrent;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Results;

namespace Conformance.Tests.Run;

/// <summary>An observer that keeps what it hears.</summary>
internal sealed class Watching(Action<CaseResult>? onFinished = null) : IRunObserver
{
    private int running;

    public ConcurrentQueue<ContractCase> StartedCases { get; } = new();

    public ConcurrentQueue<CaseResult> Finished { get; } = new();

    /// <summary>Exclusive cases that ran beside another.</summary>
    public ConcurrentQueue<string> NotAlone { get; } = new();

    public int MostAtOnce { get; private set; }

    public void Started(ConformanceSession session) { }

    public void CaseStarted(ContractCase contractCase)
    {
        StartedCases.Enqueue(contractCase);
        lock (NotAlone)
        {
            running++;
            MostAtOnce = Math.Max(MostAtOnce, running);
            if (running > 1 && contractCase.Isolation is not CaseIsolation.Parallel)
            {
                NotAlone.Enqueue(contractCase.Id);
            }
        }
    }

    public void CaseFinished(CaseResult result)
    {
        lock (NotAlone)
        {
            running--;
        }

        Finished.Enqueue(result);
        onFinished?.Invoke(result);
    }
}
