using System.Management.Automation;
using Conformance.Tests.Cli;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.PowerShell;

/// <summary>
/// The script, executed; its programs are stand-ins that record what they are given. Alone: PATH is the process's.
/// </summary>
[TestFixture]
[NonParallelizable]
[Platform(Exclude = "Win", Reason = "The stand-ins are shell scripts.")]
internal sealed class ScriptRunTests
{
    private static readonly Dictionary<string, object?> Nothing = [];
    private static readonly Dictionary<string, object?> Legacy = new()
    {
        ["PSNativeCommandArgumentPassing"] = "Legacy",
    };

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(130)]
    public void The_exit_code_of_the_tool_is_passed_on(int code)
    {
        using var run = Prepare(code);
        run.Invoke(Nothing).Should().Be(code);
        var strict = new Dictionary<string, object?>
        {
            ["ErrorActionPreference"] = ActionPreference.Stop,
            ["PSNativeCommandUseErrorActionPreference"] = true,
        };
        run.Invoke(Nothing, strict).Should().Be(code, "a user's preferences must not turn an answer into an exception");
    }

    [Test]
    public void Without_parameters_the_specification_and_the_reports_are_those_beside_the_script()
    {
        using var run = Prepare(0);
        run.Invoke(Nothing);
        var root = Path.GetDirectoryName(run.Reports)!;
        var project = Path.Combine(root, "src", "Conformance.Cli");
        run.CallsOf("dotnet")
            .Should()
            .BeEquivalentTo(
                new[]
                {
                    new[] { "build", project, "--configuration", "Release", "--nologo", "--verbosity", "quiet" },
                    [
                        "run",
                        "--project",
                        project,
                        "--configuration",
                        "Release",
                        "--no-build",
                        "--",
                        "run",
                        Path.Combine(root, "specs", "orders.yaml"),
                        "--out",
                        run.Reports,
                    ],
                },
                options => options.WithStrictOrdering()
            );
        run.Output.Should().Contain($"Reports: {run.Reports}");
    }

    [TestCase("Standard")]
    [TestCase("Windows")]
    [TestCase("Legacy")]
    public void Every_parameter_arrives_as_it_was_given_with_spaces_and_quotes(string passing)
    {
        using var run = Prepare(0);
        var parameters = new Dictionary<string, object?>
        {
            ["Spec"] = "my specs/the orders.yaml",
            ["BaseUrl"] = "https://api.example.com/v1?a=b&c=d",
            ["Environment"] = "pre production",
            ["Filter"] = "endpoint=\"POST /api/v1/orders\";id=a\\\"b*;tag='x' $y `z",
            ["Seed"] = 0,
            ["Report"] = new[] { "junit", "summary" },
        };
        run.Invoke(parameters, new Dictionary<string, object?> { ["PSNativeCommandArgumentPassing"] = passing });
        run.CallsOf("dotnet")[1]
            .SkipWhile(a => a != "--")
            .Skip(1)
            .Should()
            .Equal(
                "run",
                "my specs/the orders.yaml",
                "--base-url",
                "https://api.example.com/v1?a=b&c=d",
                "--environment",
                "pre production",
                "--filter",
                "endpoint=\"POST /api/v1/orders\";id=a\\\"b*;tag='x' $y `z",
                "--seed",
                "0",
                "--report",
                "junit,summary",
                "--out",
                run.Reports
            );
    }

    [Test]
    public async Task The_tool_takes_everything_that_the_script_hands_over()
    {
        using var run = Prepare(0);
        var parameters = new Dictionary<string, object?>
        {
            ["Spec"] = RepositoryFiles.Spec("orders.yaml"),
            ["BaseUrl"] = "http://127.0.0.1:1",
            ["Environment"] = "sandbox",
            ["Filter"] = "kind=idempotency",
            ["Seed"] = 7,
            ["Report"] = new[] { "junit", "summary" },
        };
        run.Invoke(parameters);

        var answer = await CliRunner.RunAsync([.. run.CallsOf("dotnet")[1].SkipWhile(a => a != "--").Skip(1)]);

        answer.ExitCode.Should().Be(ExitCodes.TargetUnreachable, answer.Error);
    }

    [TestCase(@"C:\my specs\", @"C:\my specs")]
    [TestCase(@"C:\specs\", @"C:\specs\")]
    [TestCase(@"\\server\my share\\", @"\\server\my share")]
    public void A_backslash_at_the_end_does_not_swallow_the_next_argument_in_Windows_PowerShell(
        string spec,
        string arrives
    )
    {
        using var run = Prepare(0);
        run.Invoke(new Dictionary<string, object?> { ["Spec"] = spec, ["Environment"] = "sandbox" }, Legacy);
        run.CallsOf("dotnet")[1]
            .SkipWhile(a => a != "--")
            .Skip(1)
            .Take(4)
            .Should()
            .Equal("run", arrives, "--environment", "sandbox");
    }

    [Test]
    public void Reports_may_be_one_text_with_commas_too()
    {
        using var run = Prepare(0);
        run.Invoke(new Dictionary<string, object?> { ["Report"] = "allure,junit" });
        run.CallsOf("dotnet")[1].Should().ContainInOrder("--report", "allure,junit");
    }

    [Test]
    public void A_tool_that_does_not_build_is_not_a_target_that_does_not_conform()
    {
        using var run = new ScriptRun();
        run.AddProgram("dotnet", "exit 1");
        run.Invoke(Nothing).Should().Be(2);
        run.CallsOf("dotnet").Should().ContainSingle().Which[0].Should().Be("build");
        run.Output.Should().Contain("could not be built (dotnet build ended with 1)");
    }

    [Test]
    public void A_machine_without_dotnet_is_told_what_to_install()
    {
        using var run = new ScriptRun();
        run.Invoke(Nothing).Should().Be(2);
        run.Output.Should().Contain(".NET 10 SDK from https://dotnet.microsoft.com/download");
    }

    [TestCase("Sed", 1)]
    [TestCase("Seed", -1)]
    [TestCase("Seed", "one")]
    [TestCase("Filter", "")]
    [TestCase("BaseUrl", "")]
    public void A_parameter_that_makes_no_sense_is_refused_before_anything_is_started(string name, object value)
    {
        using var run = Prepare(0);
        var act = () => run.Invoke(new Dictionary<string, object?> { [name == "Sed" ? "Seeed" : name] = value });
        act.Should().Throw<ParameterBindingException>();
        run.CallsOf("dotnet").Should().BeEmpty();
    }

    [Test]
    public void The_report_is_made_and_opened_and_the_exit_code_stays()
    {
        using var run = Prepare(1);
        run.AddProgram(
            "npx",
            $"/bin/mkdir -p '{run.Reports}/allure-report' && : > '{run.Reports}/allure-report/index.html'"
        );
        run.AddProgram("xdg-open", "");
        run.Invoke(new Dictionary<string, object?> { ["OpenReport"] = true }).Should().Be(1);
        run.CallsOf("npx")
            .Single()
            .Should()
            .Equal(
                "--yes",
                "allure@3.18.0",
                "awesome",
                Path.Combine(run.Reports, "allure-results"),
                "--single-file",
                "--output",
                Path.Combine(run.Reports, "allure-report")
            );
        var report = Path.Combine(run.Reports, "allure-report", "index.html");
        run.Output.Should().Contain($"HTML report: {report}");
        run.Output.Should().NotContain("could not be opened");
        // Whatever shows the report is started and not waited for.
        SpinWait.SpinUntil(() => run.CallsOf("xdg-open") is [[_]], TimeSpan.FromSeconds(30));
        run.CallsOf("xdg-open").Should().ContainSingle().Which.Should().Equal(report);
    }

    [Test]
    public void Without_Node_the_results_are_where_the_script_says_and_the_exit_code_stays()
    {
        using var run = Prepare(0);
        run.Invoke(new Dictionary<string, object?> { ["OpenReport"] = true }).Should().Be(0);
        run.Output.Should()
            .Contain(
                $"needs Node.js (https://nodejs.org). The Allure results are in {Path.Combine(run.Reports, "allure-results")}"
            );
    }

    [Test]
    public void A_generator_that_fails_changes_no_exit_code()
    {
        using var run = Prepare(0);
        run.AddProgram("npx", "exit 7");
        run.Invoke(new Dictionary<string, object?> { ["OpenReport"] = true }).Should().Be(0);
        run.Output.Should().Contain("its generator ended with 7");
    }

    [Test]
    public void The_report_of_an_earlier_run_is_never_shown_as_that_of_this_one()
    {
        using var run = Prepare(0);
        run.Invoke(Nothing);
        run.AddProgram("dotnet", "[ \"$1\" = build ] || exit 2");
        run.AddProgram("npx", "");
        File.SetLastWriteTimeUtc(
            Path.Combine(run.Reports, "allure-results", "executor.json"),
            new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        );
        run.Invoke(new Dictionary<string, object?> { ["OpenReport"] = true }).Should().Be(2);
        run.CallsOf("npx").Should().BeEmpty();
        run.Output.Should().Contain("this run wrote no Allure results");
    }

    private static ScriptRun Prepare(int code)
    {
        var run = new ScriptRun();
        run.AddProgram(
            "dotnet",
            $"""
            [ "$1" = build ] && exit 0
            /bin/mkdir -p '{run.Reports}/allure-results' && : > '{run.Reports}/allure-results/executor.json'
            exit {code}
            """
        );
        return run;
    }
}
