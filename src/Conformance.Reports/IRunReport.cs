using Conformance.Verdicts.Results;

namespace Conformance.Reports;

/// <summary>
/// One report format. Cases are handed over as they finish, from any thread, so that a run which is cut off leaves
/// what was measured; the run is handed over once, at the end.
/// </summary>
public interface IRunReport : IAsyncDisposable
{
    /// <summary>What <c>--report</c> calls it.</summary>
    string Key { get; }

    /// <summary>Prepares the folder; called once, before the first case.</summary>
    /// <param name="run">What is about to run.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    ValueTask StartAsync(RunDescription run, CancellationToken cancellationToken);

    /// <summary>Takes one finished case.</summary>
    /// <param name="result">The case with its verdict.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    ValueTask CaseFinishedAsync(CaseResult result, CancellationToken cancellationToken);

    /// <summary>Takes the finished run and completes the report.</summary>
    /// <param name="result">The run.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The path of what a person would open.</returns>
    ValueTask<string> FinishAsync(RunResult result, CancellationToken cancellationToken);
}
