using Conformance.Tests.Run;
using Conformance.Verdicts.Results;

namespace Conformance.Tests.Soak;

/// <summary>Runs of the notes contract against a target that things happen to.</summary>
internal static class SoakRun
{
    public static TimeSpan RequestTimeout { get; } = TimeSpan.FromSeconds(1);

    public static RunOptions Options(Uri target, string folder) =>
        Notes.Options with
        {
            BaseUrl = target,
            ProviderStatesUrl = "/_simulator/states",
            TestClockUrl = "/_simulator/clock",
            RequestTimeout = RequestTimeout,
            OutputFolder = folder,
            RecordFolder = Path.Combine(folder, "record"),
        };

    public static async Task<CompletedRun> RunAsync(
        RunOptions options,
        Action<int>? afterCase = null,
        TimeProvider? time = null
    )
    {
        var finished = 0;
        var run = await ConformanceRun.RunAsync(
            options,
            new SequentialRunner(),
            new RunContext
            {
                Observer = new Watching(_ => afterCase?.Invoke(Interlocked.Increment(ref finished))),
                Time = time ?? TimeProvider.System,
            },
            CancellationToken.None
        );
        return run.Value ?? throw new InvalidOperationException(run.Refusal!.Message);
    }

    /// <summary>The cases that tell something wrong of a target that keeps the contract, in words.</summary>
    public static IEnumerable<string> Wrong(CompletedRun run) =>
        run
            .Result.Cases.Where(c => c.Verdict is Verdict.Failed or Verdict.Error)
            .Select(c =>
                $"{c.Case.Id} {c.Verdict}: {c.Reason} {string.Join(" | ", c.Checks.Select(k => k.Finding?.Actual).OfType<string>())}"
            );
}
