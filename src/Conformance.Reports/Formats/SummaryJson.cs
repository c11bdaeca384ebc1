using System.Text.Json;
using Conformance.Reports.Summary;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>The run in one JSON file, for scripts and dashboards; the format is versioned and described in <c>reports/README.md</c>.</summary>
public sealed class SummaryJson : IRunReport
{
    private const string FileName = "summary.json";
    private readonly SummaryJsonContext json;
    private readonly OutputFolder folder;
    private readonly Func<string, string> mask;

    /// <summary>Makes the report.</summary>
    /// <param name="options">Where and how it is written.</param>
    public SummaryJson(ReportOptions options)
    {
        json = new(
            new JsonSerializerOptions(SummaryJsonContext.Default.Options)
            {
                Converters = { new MaskedString(options.Mask) },
            }
        );
        folder = new OutputFolder(options.Folder);
        mask = options.Mask;
    }

    /// <inheritdoc />
    public string Key => "summary";

    /// <inheritdoc />
    public ValueTask StartAsync(RunDescription run, CancellationToken cancellationToken)
    {
        folder.Prepare(name => name == FileName);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask CaseFinishedAsync(CaseResult result, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask<string> FinishAsync(RunResult result, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(Summarizer.Summarize(result, mask), json.SummaryDocument);
        await folder.WriteAsync(FileName, content, cancellationToken);
        return Path.Combine(folder.FullPath, FileName);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
