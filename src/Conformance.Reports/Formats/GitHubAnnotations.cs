using System.Globalization;
using System.Text;
using Conformance.Reports.Ci;
using Conformance.Reports.Wording;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// Annotations of GitHub Actions at the lines of the specification that were not met, the most frequent first. On
/// GitHub they are printed, for that is how it reads them; elsewhere the file alone is written.
/// </summary>
/// <param name="options">Where and how it is written.</param>
public sealed class GitHubAnnotations(ReportOptions options)
    : SingleFileReport("github", "github-annotations.txt", options)
{
    // What GitHub shows of each kind and step; the rest would be dropped in silence.
    private const int MostShown = 10;
    private const int LongestMessage = 4000;
    private readonly BuildServer server = BuildServer.Of(options.Variables);

    /// <inheritdoc />
    protected override ReadOnlyMemory<byte> Render(RunResult result)
    {
        var issues = RunIssues.Of(result);
        var text = new StringBuilder();
        Append(text, "error", [.. issues.Where(i => i.Severity is not IssueSeverity.Warning)]);
        Append(text, "warning", [.. issues.Where(i => i.Severity is IssueSeverity.Warning)]);
        Append(text, "notice", Account(result));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <inheritdoc />
    protected override async ValueTask PublishAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (server.Type == "github")
        {
            await Options.Output.WriteAsync(Encoding.UTF8.GetString(content.Span));
        }
    }

    private void Append(StringBuilder text, string command, RunIssue[] issues)
    {
        // The last place tells of those that found none.
        var shown = issues.Length > MostShown ? MostShown - 1 : issues.Length;
        foreach (var issue in issues[..shown])
        {
            var message = BodyText.Cut(XmlSafe.Clean(Options.Mask(issue.Message)), LongestMessage);
            Line(
                WorkflowCommand.Annotation(
                    command,
                    SourcePath.Of(issue.Location, server),
                    issue.Location.Line,
                    issue.Name,
                    message
                )
            );
        }

        if (issues.Length > shown)
        {
            Append(
                text,
                command,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{issues.Length - shown} more {command}s are in the reports; GitHub shows {MostShown} of a kind."
                )
            );
        }

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static void Append(StringBuilder text, string command, string message) =>
        text.Append(WorkflowCommand.Annotation(command, null, 0, "conformance", message)).Append('\n');

    private static string Account(RunResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Run.Specification.Info.Title.Value} against {result.Run.Environment}: {RunAccount.Of(result)}"
        );
}
