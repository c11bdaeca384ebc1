using System.Text.RegularExpressions;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary><c>conformance run</c>, driven in this process.</summary>
public sealed partial class RunCommandTests
{
    [Test]
    public async Task A_conforming_target_ends_with_0_and_says_what_was_run_against_what()
    {
        var answer = await CliRunner.RunContractAsync(Notes.Path);

        answer.Error.Should().BeEmpty();
        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        var lines = answer.Out.ReplaceLineEndings("\n").Split('\n');
        lines[0].Should().Be("Notes API 1.0.0");
        lines[1].Should().Be($"  spec         {Notes.Path}");
        lines[2].Should().MatchRegex(@"^  target       http://127\.0\.0\.1:\d+/ \(built-in simulator\)$");
        lines[3].Should().Be("  environment  simulator");
        lines[4].Should().Be("  seed         1");
        lines[5].Should().MatchRegex(@"^  cases        \d+$");
        lines[6].Should().MatchRegex(@"^  budget       at most \d+ requests \(");
        lines[^2].Should().MatchRegex(@"^Conforming: \d+ cases passed, none failed\. \(exit code 0\)$");
    }

    [Test]
    public async Task A_failing_target_ends_with_1_and_shows_the_finding_in_full()
    {
        await using var server = await SimulatedServer.StartAsync(Notes.Lying);

        var answer = await CliRunner.RunContractAsync(
            Notes.Path,
            "--base-url",
            server.Url,
            "--provider-states",
            "/_simulator/states"
        );

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        answer.Out.Should().Contain("FAILED  ").And.Contain("  expected  ").And.Contain("  repeat    curl ");
        answer.Out.Should().Contain("NOT conforming:").And.Contain("(exit code 1)");
    }

    [Test]
    public async Task A_guessed_environment_is_said()
    {
        await using var server = await SimulatedServer.StartAsync();

        var answer = await CliRunner.RunContractAsync(
            Notes.Path,
            "--base-url",
            server.Url,
            "--provider-states",
            "/_simulator/states"
        );

        answer
            .Out.Should()
            .Contain("  environment  sandbox: the first one that is not production; --environment chooses another");
        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out);
    }

    [Test]
    public async Task An_unreachable_state_is_inconclusive_and_ends_with_5_unless_it_is_allowed()
    {
        await using var server = await SimulatedServer.StartAsync();

        var strict = await CliRunner.RunContractAsync(
            Notes.Path,
            "--base-url",
            server.Url,
            "--provider-states",
            "/nowhere"
        );
        var lenient = await CliRunner.RunContractAsync(
            Notes.Path,
            "--base-url",
            server.Url,
            "--provider-states",
            "/nowhere",
            "--allow-inconclusive",
            "2"
        );

        strict.ExitCode.Should().Be(ExitCodes.GateNotMet, strict.Out);
        strict.Out.Should().Contain("Inconclusive (2)").And.Contain("   2 x  ");
        lenient.ExitCode.Should().Be(ExitCodes.Conforming, lenient.Out);
    }

    [Test]
    public async Task An_unreachable_target_ends_with_4_in_one_line()
    {
        var answer = await CliRunner.RunContractAsync(Notes.Path, "--base-url", "http://127.0.0.1:1");

        answer.ExitCode.Should().Be(ExitCodes.TargetUnreachable);
        answer.Error.Trim().Should().StartWith("error: ").And.Contain("127.0.0.1:1").And.NotContain("\n");
    }

    [Test]
    public async Task An_invalid_specification_ends_with_3_and_shows_the_place()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("broken.yaml");
        await File.WriteAllTextAsync(path, "info:\n  title: Broken\nendpoints: 7\n");

        var answer = await CliRunner.RunContractAsync(path);

        answer.ExitCode.Should().Be(ExitCodes.SpecificationInvalid);
        answer
            .Error.Should()
            .Contain($"{path}:3:")
            .And.EndWith($"error: The specification '{path}' has errors.{Environment.NewLine}");
        answer.Out.Should().BeEmpty();
    }

    [Test]
    public async Task A_quiet_run_prints_the_result_only()
    {
        var answer = await CliRunner.RunContractAsync(Notes.Path, "--quiet", "--report", "none");

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer.Out.Trim().Split('\n').Should().HaveCount(2);
    }

    [Test]
    public async Task Without_a_terminal_there_are_no_control_sequences()
    {
        var answer = await CliRunner.RunContractAsync(Notes.Path);

        answer.Out.Should().NotContain("\u001b").And.NotContain("\r\r");
    }

    [Test]
    public async Task Two_runs_with_the_same_seed_tell_the_same()
    {
        var first = await CliRunner.RunContractAsync(Notes.Path, "--seed", "42", "--report", "none");
        var second = await CliRunner.RunContractAsync(Notes.Path, "--seed", "42", "--report", "none");

        Stable(second.Out).Should().Be(Stable(first.Out));
    }

    [Test]
    public async Task Credentials_of_the_simulator_need_no_setup()
    {
        var answer = await CliRunner.RunContractAsync(
            RepositoryFiles.Spec("parcels.yaml"),
            "--report",
            "none",
            "--filter",
            "kind=auth_refresh"
        );

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out);
    }

    [Test]
    public async Task An_interrupted_run_ends_with_130_and_still_reports()
    {
        using var folder = new TemporaryFolder();
        using var interruption = new CancellationTokenSource();
        var output = new InterruptingWriter(interruption, when: "budget");

        var answer = await CliRunner.RunAsync(
            ["run", RepositoryFiles.Spec("orders.yaml"), "--out", folder.Path, "--parallel", "1"],
            console => console with { Out = output },
            interruption.Token
        );

        answer.ExitCode.Should().Be(ExitCodes.Interrupted);
        output.ToString().Should().Contain("The run was interrupted.").And.Contain("(exit code 130)");
        File.Exists(folder.File("junit.xml")).Should().BeTrue();
    }

    private static string Stable(string text) =>
        Times().Replace(text.Replace(" ms", " s", StringComparison.Ordinal), "");

    [GeneratedRegex(@"127\.0\.0\.1:\d+|[\d.]+ s\b")]
    private static partial Regex Times();
}
