using System.Diagnostics;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Simulator;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary>The tool and the suite as processes of their own.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ProcessTests
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "Conformance.Cli.dll");
    private static readonly string Orders = RepositoryFiles.Spec("orders.yaml");

    [Test]
    public async Task The_suite_reports_the_same_cases_and_verdicts_as_the_tool()
    {
        using var tool = new TemporaryFolder();
        using var suite = new TemporaryFolder();

        var byTool = await ProcessRunner.DotnetAsync([Tool, "run", Notes.Path, "--out", tool.Path]);
        var bySuite = await ProcessRunner.DotnetAsync(
            ["test", SuiteAssembly()],
            new Dictionary<string, string> { ["CONFORMANCE_OUT"] = suite.Path, ["CONFORMANCE_SPEC"] = Notes.Path }
        );

        (bySuite.ExitCode == 0).Should().Be(byTool.ExitCode == ExitCodes.Conforming, byTool.Out + bySuite.Out);
        SummaryFile.Verdicts(suite.Path).Should().Equal(SummaryFile.Verdicts(tool.Path)).And.NotBeEmpty();
    }

    [Test]
    public async Task The_filter_of_dotnet_test_leaves_the_other_cases_skipped_with_the_reason()
    {
        using var folder = new TemporaryFolder();

        var answer = await ProcessRunner.DotnetAsync(
            ["test", SuiteAssembly(), "--filter", "TestCategory=edge_cases"],
            new Dictionary<string, string> { ["CONFORMANCE_OUT"] = folder.Path, ["CONFORMANCE_SPEC"] = Notes.Path }
        );

        answer.ExitCode.Should().Be(0, answer.Out + answer.Error);
        var verdicts = SummaryFile.Verdicts(folder.Path);
        verdicts
            .Where(v => v.Key.Contains("edge_cases", StringComparison.Ordinal))
            .Should()
            .OnlyContain(v => v.Value == "passed");
        verdicts.Values.Should().Contain("skipped").And.NotContain("inconclusive");
    }

    [Test]
    public async Task A_broken_specification_makes_the_suite_red()
    {
        var answer = await ProcessRunner.DotnetAsync(
            ["test", SuiteAssembly()],
            new Dictionary<string, string> { ["CONFORMANCE_SPEC"] = "specs/nowhere.yaml" }
        );

        answer.ExitCode.Should().NotBe(0);
        answer.Out.Should().Contain("There is no specification at 'specs/nowhere.yaml'.");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent by kill(1).")]
    public async Task Ctrl_C_ends_a_run_with_130_and_its_reports_are_written()
    {
        if (IgnoresInterrupts())
        {
            Assert.Ignore(
                "The tests were started with SIGINT ignored (nohup, or a background job), and so is the tool."
            );
        }

        using var folder = new TemporaryFolder();

        var answer = await ProcessRunner.DotnetAsync(
            [Tool, "run", Orders, "--out", folder.Path, "--parallel", "1"],
            onLine: (line, process) =>
            {
                if (line.StartsWith("  budget", StringComparison.Ordinal))
                {
                    Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
                }
            }
        );

        answer.ExitCode.Should().Be(ExitCodes.Interrupted, answer.Out + answer.Error);
        answer.Out.Should().Contain("(exit code 130)");
        SummaryFile.Verdicts(folder.Path).Values.Should().Contain("inconclusive");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Signals are sent by kill(1).")]
    public async Task Ctrl_C_ends_a_recording_with_its_archive_and_the_code_of_what_passed()
    {
        if (IgnoresInterrupts())
        {
            Assert.Ignore("The tests were started with SIGINT ignored, and so is the tool.");
        }

        using var folder = new TemporaryFolder();
        await using var target = await Served.OrdersAsync();
        using var client = new HttpClient();
        var archive = folder.File("traffic.har");

        var answer = await ProcessRunner.DotnetAsync(
            [Tool, "record", Orders, "--base-url", $"{target.BaseUrl}", "--listen", "127.0.0.1:0", "--out", archive],
            onLine: (line, process) =>
            {
                if (line.Contains("listens at", StringComparison.Ordinal))
                {
                    _ = client.GetAsync(new Uri(new Uri(line.Split(' ')[^1]), "/api/v1/orders"));
                }
                else if (line.Contains("GET /api/v1/orders: 401", StringComparison.Ordinal))
                {
                    Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
                }
            }
        );

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out + answer.Error);
        answer.Out.Should().Contain("1 cases: 1 passed");
        (await File.ReadAllTextAsync(archive)).Should().EndWith("]}}").And.Contain("\"status\":401");
    }

    // A process inherits from its parent which signals it does not hear; SIGINT is bit 2 (proc(5)).
    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))
            is { } ignored
        && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 2) != 0;

    private static string SuiteAssembly()
    {
        var configuration = AppContext.BaseDirectory.Contains(
            $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal
        )
            ? "Release"
            : "Debug";
        return Path.Combine(
            RepositoryFiles.Root,
            "tests",
            "Conformance.Suite",
            "bin",
            configuration,
            "net10.0",
            "Conformance.Suite.dll"
        );
    }
}
