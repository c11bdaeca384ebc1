using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports;

/// <summary>A report that is one file, written when the run is over; the file of an earlier run is removed before the first case.</summary>
public abstract class SingleFileReport : IRunReport
{
    private readonly string fileName;
    private readonly OutputFolder folder;

    /// <summary>Makes the report.</summary>
    /// <param name="key">What <c>--report</c> calls it.</param>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="options">Where and how it is written.</param>
    protected SingleFileReport(string key, string fileName, ReportOptions options)
    {
        Key = key;
        this.fileName = fileName;
        Options = options;
        folder = new OutputFolder(options.Folder, options.Files);
    }

    /// <inheritdoc />
    public string Key { get; }

    /// <summary>Where and how the report is written.</summary>
    protected ReportOptions Options { get; }

    /// <inheritdoc />
    public ValueTask StartAsync(RunDescription run, CancellationToken cancellationToken)
    {
        // A run that is killed must not leave the results of the run before it for a build server to read.
        folder.Prepare(name => name == fileName);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask CaseFinishedAsync(CaseResult result, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask<string> FinishAsync(RunResult result, CancellationToken cancellationToken)
    {
        var content = Render(result);
        await folder.WriteAsync(fileName, content, cancellationToken);
        await PublishAsync(content, cancellationToken);
        return Path.Combine(folder.FullPath, fileName);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The file's bytes, without the file.</summary>
    /// <param name="result">The finished run.</param>
    internal ReadOnlyMemory<byte> Rendered(RunResult result) => Render(result);

    /// <summary>The file's bytes.</summary>
    /// <param name="result">The finished run.</param>
    protected abstract ReadOnlyMemory<byte> Render(RunResult result);

    /// <summary>Hands the content to whoever shows it beside the file; nobody unless overridden.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    protected virtual ValueTask PublishAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;
}
