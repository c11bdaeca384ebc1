using System.Text.Json;
using Conformance.Reports.Ctrf;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>The Common Test Report Format (ctrf.io), by its schema of version 0.0.0.</summary>
/// <param name="options">Where and how it is written.</param>
public sealed class CtrfJson(ReportOptions options) : SingleFileReport("ctrf", "ctrf-report.json", options)
{
    /// <inheritdoc />
    protected override ReadOnlyMemory<byte> Render(RunResult result)
    {
        var server = BuildServer.Of(Options.Variables);
        var document = Describe(result, new(result.Run, RunFindings.Group(result.Cases), server), server);
        return JsonSerializer.SerializeToUtf8Bytes(document, CtrfJsonContext.Masking(Options.Mask).CtrfDocument);
    }

    private static CtrfDocument Describe(RunResult result, CtrfTests tests, BuildServer server)
    {
        var run = result.Run;
        return new(
            "CTRF",
            "0.0.0",
            Allure.AllureIds.OfReport(run),
            run.RunId,
            run.StartedAt + result.Duration,
            $"conformance {run.ToolVersion}",
            new(
                new("conformance", run.ToolVersion),
                Count(result),
                [.. result.Cases.Select(tests.Of)],
                new(
                    $"{run.Specification.Info.Title.Value} conformance",
                    run.Specification.Info.Title.Value,
                    run.Specification.Info.Version?.Value,
                    server.BuildName,
                    server.BuildOrder,
                    server.BuildUrl,
                    run.Environment,
                    result.ExitCode is { } code ? code == 0 : null
                )
            )
        );
    }

    private static CtrfSummary Count(RunResult result)
    {
        int Of(CtrfStatus status) => result.Cases.Count(c => CtrfTests.StatusOf(c.Verdict) == status);
        var start = result.Run.StartedAt.ToUnixTimeMilliseconds();
        var duration = CtrfTests.Milliseconds(result.Duration);
        return new(
            result.Cases.Length,
            Of(CtrfStatus.Passed),
            Of(CtrfStatus.Failed),
            Of(CtrfStatus.Skipped),
            Pending: 0,
            Of(CtrfStatus.Other),
            result.Cases.Count(c => c is { Verdict: Verdict.Passed, Flakiness: not null }),
            result.Cases.Select(c => c.Case.Kind).Distinct().Count(),
            start,
            start + duration,
            duration,
            new(result.Count(Verdict.Inconclusive), result.Count(Verdict.Error), result.ExitCode)
        );
    }
}
