using System.Globalization;
using Conformance.Verdicts.Results;

namespace Conformance;

/// <summary>The three things that end a run early, and what each of them ends.</summary>
internal sealed class RunStops : IDisposable
{
    private readonly bool failFast;
    private readonly TimeSpan runTimeout;
    private readonly CancellationToken interruption;
    private readonly CancellationTokenSource timeout;
    private readonly CancellationTokenSource abort;
    private readonly CancellationTokenSource noMoreCases;

    public RunStops(RunOptions options, TimeProvider time, CancellationToken interruption)
    {
        failFast = options.FailFast;
        runTimeout = options.RunTimeout;
        this.interruption = interruption;
        timeout = new CancellationTokenSource(options.RunTimeout, time);
        abort = CancellationTokenSource.CreateLinkedTokenSource(interruption, timeout.Token);
        noMoreCases = CancellationTokenSource.CreateLinkedTokenSource(abort.Token);
    }

    /// <summary>Ends the cases that are running: interruption, or the end of the run's time.</summary>
    public CancellationToken Abort => abort.Token;

    /// <summary>Keeps further cases from starting; those that are running end by themselves unless <see cref="Abort"/> is set.</summary>
    public CancellationToken NoMoreCases => noMoreCases.Token;

    /// <summary>Whether someone interrupted the run.</summary>
    public bool WasInterrupted => interruption.IsCancellationRequested;

    /// <summary>Why a case was not started.</summary>
    public string Reason =>
        interruption.IsCancellationRequested ? "The run was interrupted before this case."
        : timeout.IsCancellationRequested
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The run's time of {runTimeout.TotalSeconds:0.###} s was over before this case (--run-timeout)."
            )
        : noMoreCases.IsCancellationRequested ? "A case failed before this one (--fail-fast)."
        : "The runner never started this case.";

    /// <summary>Stops after a failure, when that was asked for.</summary>
    public void Heed(CaseResult result)
    {
        if (failFast && result.Verdict is (Verdict.Failed or Verdict.Error))
        {
            noMoreCases.Cancel();
        }
    }

    public void Dispose()
    {
        noMoreCases.Dispose();
        abort.Dispose();
        timeout.Dispose();
    }
}
