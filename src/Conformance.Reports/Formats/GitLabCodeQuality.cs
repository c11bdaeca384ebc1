using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Conformance.Reports.Ci;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// GitLab's code quality report: what was not met, at the line of the specification that demands it, so that a merge
/// request shows what it brings and what it repairs.
/// </summary>
/// <param name="options">Where and how it is written.</param>
public sealed class GitLabCodeQuality(ReportOptions options)
    : SingleFileReport("codequality", "gl-code-quality-report.json", options)
{
    private const int LongestDescription = 2000;
    private readonly BuildServer server = BuildServer.Of(options.Variables);

    /// <inheritdoc />
    protected override ReadOnlyMemory<byte> Render(RunResult result)
    {
        // GitLab drops what has a fingerprint that it knows already.
        ImmutableArray<CodeQualityIssue> issues =
        [
            .. RunIssues.Of(result).Select(Of).DistinctBy(issue => issue.Fingerprint),
        ];
        return JsonSerializer.SerializeToUtf8Bytes(
            issues,
            CodeQualityJsonContext.Masking(Options.Mask).ImmutableArrayCodeQualityIssue
        );
    }

    private CodeQualityIssue Of(RunIssue issue) =>
        new(
            Shortened(Options.Mask(issue.Message)),
            issue.Name,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issue.Severity} {issue.Cause}"))),
            issue.Severity switch
            {
                IssueSeverity.Failure => "critical",
                IssueSeverity.Defect => "major",
                _ => "minor",
            },
            // An issue without a path is refused; one whose file lies elsewhere is shown by the file's own name.
            new(
                SourcePath.Of(issue.Location, server) ?? Path.GetFileName(issue.Location.File),
                new(Math.Max(1, issue.Location.Line))
            )
        );

    private static string Shortened(string message) =>
        message.Length <= LongestDescription ? message : $"{Writing.BodyText.Cut(message, LongestDescription)}...";
}
