using System.Runtime.InteropServices;
using System.Text.Json;
using Conformance.Tests.Cli;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Packages;

/// <summary>The tool as its users have it: installed from a feed, in a folder where nothing else is.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ToolPackageTests
{
    private string tools = "";
    private string project = "";

    [OneTimeSetUp]
    public async Task InstallAsync()
    {
        (tools, project) = (PackageFeed.FreshFolder("tools"), PackageFeed.FreshFolder("project"));
        var installing = await ProcessRunner.DotnetAsync([
            "tool",
            "install",
            "Conformance.Tool",
            "--version",
            PackageFeed.Version,
            "--tool-path",
            tools,
            "--source",
            PackageFeed.Feed,
        ]);
        Assert.That(installing.ExitCode, Is.Zero, installing.Out + installing.Error);
        var beginning = await ConformanceAsync("init", "parts.yaml", "--resource", "part", "--auth", "none", "--yes");
        Assert.That(beginning.ExitCode, Is.Zero, beginning.Out + beginning.Error);
    }

    [Test]
    public async Task It_tells_the_version_of_its_package()
    {
        var answer = await ConformanceAsync("--version");

        answer.Out.Trim().Should().Be($"conformance {PackageFeed.Version}");
    }

    [Test]
    public async Task A_new_specification_is_run_and_reported_with_nothing_but_the_package()
    {
        var run = await ConformanceAsync("run", "parts.yaml", "--filter", "kind=happy_path");

        run.ExitCode.Should().Be(0, run.Out + run.Error);
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "reports", "summary.json")));
        summary.RootElement.GetProperty("run").GetProperty("toolVersion").GetString().Should().Be(PackageFeed.Version);
        File.ReadAllText(Path.Combine(project, "reports", "report.html")).Should().Contain("<script");
    }

    // What is not code must be in the package as well: the page's style and script, and the rules' examples.
    [Test]
    public async Task Documents_and_rules_are_complete()
    {
        (await ConformanceAsync("docs", "parts.yaml", "--out", "docs")).ExitCode.Should().Be(0);
        (await ConformanceAsync("rules", "EVO-309")).Out.Should().Contain("EVO-309");
        Directory.EnumerateFiles(Path.Combine(project, "docs"), "*.html").Should().ContainSingle();
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task The_action_runs_it_and_tells_its_counts()
    {
        var (outputs, summary) = (Path.Combine(project, "outputs"), Path.Combine(project, "page"));

        var run = await ProcessRunner.RunAsync(
            "bash",
            project,
            [Path.Combine(ActionTests.Folder, "run.sh")],
            new Dictionary<string, string>
            {
                ["PATH"] = $"{tools}:{Environment.GetEnvironmentVariable("PATH")}",
                ["DOTNET_ROOT"] = RuntimeRoot,
                ["GITHUB_OUTPUT"] = outputs,
                ["GITHUB_STEP_SUMMARY"] = summary,
                ["INPUT_SPECIFICATION"] = "parts.yaml",
                ["INPUT_BASE_URL"] = "",
                ["INPUT_ENVIRONMENT"] = "",
                ["INPUT_FILTER"] = "kind=happy_path",
                ["INPUT_PROFILE"] = "core",
                ["INPUT_OUT"] = "from-action",
                ["INPUT_ARGUMENTS"] = "--seed\n7\n",
            }
        );

        run.ExitCode.Should().Be(0, run.Out + run.Error);
        var told = File.ReadAllLines(outputs);
        told.Should().Contain(["exit-code=0", "failed=0", "inconclusive=0", "report=from-action/report.html"]);
        told.Should().ContainMatch("passed=*").And.NotContain("passed=0");
        File.ReadAllText(summary).Should().Contain("conforming");
    }

    private Task<CliAnswer> ConformanceAsync(params string[] arguments) =>
        ProcessRunner.RunAsync(
            Path.Combine(tools, OperatingSystem.IsWindows() ? "conformance.exe" : "conformance"),
            project,
            arguments,
            // The command looks for the runtime where it is usually installed; here it is the one that runs the tests.
            new Dictionary<string, string> { ["DOTNET_ROOT"] = RuntimeRoot }
        );

    private static string RuntimeRoot =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
