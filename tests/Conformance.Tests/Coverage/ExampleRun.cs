using System.Collections.Concurrent;
using Conformance.NUnit.InProcess;
using Conformance.Records;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;

namespace Conformance.Tests.Coverage;

/// <summary>Runs of the example specifications against the simulator, each made once for all tests that look at it.</summary>
internal static class ExampleRun
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<CompletedRun>>> Runs = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<Task<RunRecord>>> Records = new(StringComparer.Ordinal);

    /// <summary>Where the run of an example is written down.</summary>
    public static string RecordOf(string name) => Path.Combine(AppContext.BaseDirectory, "records", name);

    public static Task<CompletedRun> OfAsync(string name) =>
        Runs.GetOrAdd(name, key => new Lazy<Task<CompletedRun>>(() => RunAsync(key))).Value;

    /// <summary>What that run wrote down, as it is read back.</summary>
    public static Task<RunRecord> ReadAsync(string name) =>
        Records.GetOrAdd(name, key => new Lazy<Task<RunRecord>>(() => ReadBackAsync(key))).Value;

    private static async Task<RunRecord> ReadBackAsync(string name)
    {
        await OfAsync(name);
        var record = await RunRecord.ReadAsync(RecordOf(name), CancellationToken.None);
        return record.Value ?? throw new InvalidOperationException(record.Refusal?.Message);
    }

    private static async Task<CompletedRun> RunAsync(string name)
    {
        var run = await ConformanceRun.RunAsync(
            new RunOptions
            {
                Specification = RepositoryFiles.Spec(name),
                Reports = "none",
                RecordFolder = RecordOf(name),
            },
            new InProcessRunner(4),
            new RunContext { EmbeddedTarget = new SimulatedTarget() },
            CancellationToken.None
        );
        return run.Value ?? throw new InvalidOperationException(run.Refusal?.Message);
    }
}
