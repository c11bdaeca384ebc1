using System.Text;
using Conformance.Reports.Digest;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// The run on one page of Markdown: short enough for a comment or a note of a merge request. On GitHub Actions it is
/// added to the summary of the job as well.
/// </summary>
/// <param name="options">Where and how it is written.</param>
public sealed class MarkdownSummary(ReportOptions options) : SingleFileReport("markdown", "summary.md", options)
{
    // GitHub refuses the whole summary of a step that is larger.
    private const long LargestJobSummary = 1024 * 1024;
    private const string JobSummaryVariable = "GITHUB_STEP_SUMMARY";
    private string head = "";

    /// <inheritdoc />
    protected override ReadOnlyMemory<byte> Render(RunResult result)
    {
        var digest = new MarkdownDigest(result, Options);
        head = digest.Head();
        return Encoding.UTF8.GetBytes(digest.Write());
    }

    /// <inheritdoc />
    protected override async ValueTask PublishAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (Options.Variables.GetValueOrDefault(JobSummaryVariable) is not { Length: > 0 } path)
        {
            return;
        }

        var room = LargestJobSummary - (File.Exists(path) ? new FileInfo(path).Length : 0);
        var fitting = new[] { content, Encoding.UTF8.GetBytes(head) }.FirstOrDefault(c => c.Length + 1 <= room);
        if (!fitting.IsEmpty)
        {
            await Options.Files.AppendAsync(path, (byte[])[.. fitting.Span, (byte)'\n'], cancellationToken);
        }
    }
}
