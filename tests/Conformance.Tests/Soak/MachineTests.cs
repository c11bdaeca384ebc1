using System.Diagnostics;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Soak;

/// <summary>The machine of a run has its clock set, and its disk filled up, while the run goes on.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MachineTests
{
    private static readonly TimeSpan[] Jumps =
    [
        TimeSpan.FromDays(365),
        TimeSpan.FromDays(-365),
        TimeSpan.FromHours(-1),
        TimeSpan.Zero,
        TimeSpan.FromHours(2),
    ];

    [Test]
    public async Task A_clock_that_jumps_changes_no_verdict()
    {
        using var folder = new TemporaryFolder();
        var options = new RunOptions
        {
            Specification = RepositoryFiles.Spec("orders.yaml"),
            Filter = "kind=happy_path|idempotency",
            Reports = "none",
            RecordFolder = folder.File("record"),
        };
        var time = new JumpingTime();
        var finished = 0;

        var run = await ConformanceRun.RunAsync(
            options,
            new SequentialRunner(),
            new RunContext
            {
                EmbeddedTarget = new SimulatedTarget(),
                Time = time,
                Observer = new Watching(_ => time.Set(Jumps[finished++ % Jumps.Length])),
            },
            CancellationToken.None
        );

        SoakRun.Wrong(run.Value!).Should().BeEmpty();
        run.Value!.Gate.ExitCode.Should().Be(ExitCodes.Conforming, run.Value.Gate.Reason);
    }

    [Test]
    [Platform(Include = "Linux", Reason = "A small disk is mounted in a namespace of its own.")]
    public async Task A_full_disk_takes_reports_but_no_result()
    {
        using var folder = new TemporaryFolder();
        var tool = Path.Combine(AppContext.BaseDirectory, "Conformance.Cli.dll");
        // Room for some cases of the record, and for no report.
        var script =
            $"mount -t tmpfs -o size=200k tmpfs {folder.Path} || exit 77; "
            + $"dotnet {tool} run {Notes.Path} --out {folder.Path}/out --report summary,junit,html; code=$?; "
            + $"echo whole $(grep -c '}}$' {folder.Path}/out/record/cases.ndjson) of $(wc -l < {folder.Path}/out/record/cases.ndjson) lines; "
            + "exit $code";
        var start = new ProcessStartInfo("unshare", ["-rm", "sh", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("unshare is not installed.");
            return;
        }

        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (!output.Contains("Notes API", StringComparison.Ordinal))
            {
                Assert.Ignore($"No namespace of its own can be had here: {await error}");
            }

            output.Should().MatchRegex(@"\d+ cases: \d+ passed, 0 failed, 0 inconclusive, 0 skipped, 0 error");
            output.Should().Contain("No space left on device").And.NotContain("defect");
            (await error).Should().NotContain("defect").And.NotContain("   at ");
            var lines = System.Text.RegularExpressions.Regex.Match(output, @"whole (\d+) of (\d+) lines");
            lines.Groups[1].Value.Should().Be(lines.Groups[2].Value).And.NotBe("0");
            process.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        }
    }
}
