using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Gating;

/// <summary>The gates from the command line, against a server that lies about one status.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class GatedRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SimulatedServer server = null!;

    [OneTimeSetUp]
    public async Task Serve() => server = await SimulatedServer.StartAsync(Notes.Lying);

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task What_failed_before_is_shown_and_does_not_decide()
    {
        var first = await RunAsync("first");
        var again = await RunAsync("again", "--baseline", folder.File("first"));

        first.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        again.ExitCode.Should().Be(ExitCodes.Conforming, again.Out);
        again.Out.Should().Contain("FAILED").And.Contain("No new failure: ").And.Contain("known failures, 0 repaired");
    }

    [Test]
    public async Task What_did_not_fail_before_decides()
    {
        await using var honest = await SimulatedServer.StartAsync();
        await RunAgainstAsync(honest, "honest");

        var answer = await RunAsync("lying", "--baseline", folder.File("honest/summary.json"));

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed, answer.Out);
    }

    [Test]
    public async Task A_waived_failure_lets_the_rest_decide_and_is_told_as_waived()
    {
        await File.WriteAllTextAsync(
            folder.File("waivers.yaml"),
            "waivers:\n  - { requirement: \"write-note.*\", reason: \"N-7\", owner: Ada, expires: 2099-01-31 }\n"
        );

        var answer = await RunAsync("waived", "--waivers", folder.File("waivers.yaml"));

        answer.ExitCode.Should().NotBe(ExitCodes.RequirementFailed, answer.Out);
        answer.Out.Should().Contain("0 failed").And.Contain("are waived.");
        SummaryFile.Verdicts(folder.File("waived")).Values.Should().Contain("skipped").And.NotContain("failed");
    }

    [TestCase("--waivers")]
    [TestCase("--baseline")]
    public async Task A_file_that_is_not_there_is_a_matter_of_usage(string option)
    {
        var answer = await RunAsync("refused", option, folder.File("nowhere"));

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("nowhere");
    }

    [TestCase("1", ExitCodes.Conforming)]
    [TestCase("100%", ExitCodes.GateNotMet)]
    public async Task Coverage_under_what_is_demanded_is_no_success(string least, int exitCode)
    {
        await using var honest = await SimulatedServer.StartAsync();

        var answer = await RunAgainstAsync(honest, "covered", "--min-coverage", least);

        answer.ExitCode.Should().Be(exitCode, answer.Out);
    }

    [Test]
    public async Task Response_times_that_nobody_declares_cannot_be_shown_to_be_kept()
    {
        await using var honest = await SimulatedServer.StartAsync();

        var answer = await RunAgainstAsync(honest, "timed", "--gate-sla");

        answer.ExitCode.Should().Be(ExitCodes.GateNotMet, answer.Out);
        answer.Out.Should().Contain("(--gate-sla)");
    }

    [Test]
    public async Task A_profile_holds_the_target_to_its_requirements_only()
    {
        var spec = folder.File("profiled.yaml");
        await File.WriteAllTextAsync(
            spec,
            await File.ReadAllTextAsync(Notes.Path)
                + "\nprofiles:\n  readers:\n    description: Read only\n    requirements: \"read-note.*\"\n"
        );

        var answer = await CliRunner.RunAsync(
            "run",
            spec,
            "--profile",
            "readers",
            "--report",
            "summary",
            "--out",
            folder.File("readers")
        );

        answer.Out.Should().Contain("were selected by the profile 'readers'");
        SummaryFile
            .Verdicts(folder.File("readers"))
            .Keys.Should()
            .Contain(id => id.StartsWith("read-note/"))
            .And.NotContain(id => id.StartsWith("write-note/validation_errors/"));
    }

    [TestCase("readers", "no profile 'readers'", "There are: core, full.")]
    public async Task An_unknown_profile_is_told_with_those_there_are(string name, string message, string fix)
    {
        var answer = await RunAsync("unknown", "--profile", name);

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain(message).And.Contain(fix);
    }

    [Test]
    public async Task A_profile_with_a_requirement_that_there_is_not_is_refused_at_its_line()
    {
        var spec = folder.File("mistaken.yaml");
        await File.WriteAllTextAsync(
            spec,
            await File.ReadAllTextAsync(Notes.Path) + "\nprofiles:\n  readers: { requirements: [\"raed-note.*\"] }\n"
        );

        var answer = await CliRunner.RunAsync("run", spec, "--profile", "readers", "--report", "none");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().MatchRegex("mistaken.yaml:[0-9]+:[0-9]+: the profile 'readers' names 'raed-note");
    }

    private Task<CliAnswer> RunAsync(string name, params string[] options) => RunAgainstAsync(server, name, options);

    private Task<CliAnswer> RunAgainstAsync(SimulatedServer target, string name, params string[] options) =>
        CliRunner.RunAsync([
            "run",
            Notes.Path,
            "--base-url",
            target.Url,
            "--report",
            "summary",
            "--out",
            folder.File(name),
            "--allow-inconclusive",
            "all",
            .. options,
        ]);
}
