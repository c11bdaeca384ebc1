using Conformance.Records;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;

namespace Conformance.Tests.Records;

/// <summary>A run of the small contract, and its record.</summary>
internal sealed class RecordedRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CompletedRun Completed { get; private set; } = null!;

    public RunRecord Record { get; private set; } = null!;

    public ConformancePlan Plan => Completed.Plan;

    public static async Task<RecordedRun> OfNotesAsync(IEmbeddedTarget target)
    {
        var run = new RecordedRun();
        var completed = await ConformanceRun.RunAsync(
            Notes.Options with
            {
                RecordFolder = run.folder.Path,
            },
            new SequentialRunner(),
            new RunContext { EmbeddedTarget = target },
            CancellationToken.None
        );
        run.Completed = completed.Value ?? throw new InvalidOperationException(completed.Refusal?.Message);
        run.Record = await ReadAsync(run.folder.Path);
        return run;
    }

    public static async Task<RunRecord> ReadAsync(string folder)
    {
        var record = await RunRecord.ReadAsync(folder, CancellationToken.None);
        return record.Value ?? throw new InvalidOperationException(record.Refusal?.Message);
    }

    public void Dispose() => folder.Dispose();
}
