using Conformance.Verdicts.Results;

namespace Conformance.Reports;

/// <summary>A report whose failures are values.</summary>
internal sealed class SafeReport(IRunReport report) : IAsyncDisposable
{
    private bool started;
    private ReportProblem? caseProblem;

    /// <summary>The complete report; null until it is.</summary>
    public WrittenReport? Written { get; private set; }

    /// <summary>Why the report is not complete; null when nothing is known against it.</summary>
    public ReportProblem? Problem { get; private set; }

    public async ValueTask StartAsync(RunDescription run, CancellationToken cancellationToken)
    {
        Problem = await TryAsync(() => report.StartAsync(run, cancellationToken));
        started = Problem is null;
    }

    /// <summary>A case that cannot be written now is written again at the end; only then is it a problem.</summary>
    public async ValueTask CaseFinishedAsync(CaseResult result, CancellationToken cancellationToken)
    {
        if (started && await TryAsync(() => report.CaseFinishedAsync(result, cancellationToken)) is { } problem)
        {
            Interlocked.CompareExchange(ref caseProblem, problem, null);
        }
    }

    public async ValueTask FinishAsync(RunResult result, CancellationToken cancellationToken)
    {
        if (!started)
        {
            Problem ??= new ReportProblem(report.Key, "it was never started");
            return;
        }

        Problem = await TryAsync(async () =>
            Written = new WrittenReport(report.Key, await report.FinishAsync(result, cancellationToken))
        );
        if (Problem is { } problem && caseProblem is { } earlier && earlier.Message != problem.Message)
        {
            Problem = problem with { Message = $"{problem.Message} (first: {earlier.Message})" };
        }
    }

    public ValueTask DisposeAsync() => report.DisposeAsync();

    // A report is the last thing that may bring a run down: whatever goes wrong in it becomes a problem that the run
    // ends with. Only a defect of ours needs the type's name to be found.
#pragma warning disable CA1031
    private async ValueTask<ReportProblem?> TryAsync(Func<ValueTask> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (OperationCanceledException)
        {
            return new ReportProblem(report.Key, "the writing was interrupted");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ReportProblem(report.Key, $"could not be written: {e.Message}");
        }
        catch (Exception e)
        {
            return new ReportProblem(
                report.Key,
                $"could not be written, by a defect of this tool ({e.GetType().Name}): {e.Message}"
            );
        }
    }
#pragma warning restore CA1031
}
