using System.Text;
using Conformance.Reports.Html;
using Conformance.Reports.Wording;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>The run as one page for people, which needs neither network nor any other file.</summary>
public sealed class HtmlReport : IRunReport
{
    private const string FileName = "report.html";
    private readonly ReportPage page;
    private readonly OutputFolder folder;

    /// <summary>Makes the report.</summary>
    /// <param name="options">Where and how it is written.</param>
    public HtmlReport(ReportOptions options)
    {
        page = new ReportPage(options, BuildServer.Of(options.Variables));
        folder = new OutputFolder(options.Folder, options.Files);
    }

    /// <inheritdoc />
    public string Key => "html";

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
        await folder.WriteAsync(FileName, Encoding.UTF8.GetBytes(page.Of(result)), cancellationToken);
        return Path.Combine(folder.FullPath, FileName);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
