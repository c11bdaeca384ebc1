using System.Text.Json;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [OneTimeSetUp]
    public async Task RunBoth()
    {
        await RunAsync("honest", null);
        await RunAsync("lying", Notes.Lying);
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task A_run_is_like_itself()
    {
        var answer = await CompareAsync("honest", "honest", "--fail-on", "any");

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer.Out.Should().Contain("0 newly failing, 0 fixed, 0 no longer decided, 0 answered otherwise, 0 slower");
    }

    [TestCase("new-failures", ExitCodes.RequirementFailed)]
    [TestCase("never", ExitCodes.Conforming)]
    public async Task What_fails_newly_is_named_and_gates(string failOn, int exitCode)
    {
        var answer = await CompareAsync("honest", "lying", "--fail-on", failOn);

        answer.ExitCode.Should().Be(exitCode);
        answer.Out.Should().Contain("Newly failing: ").And.Contain("write-note/").And.Contain("(passed -> failed)");
    }

    [Test]
    public async Task What_is_fixed_does_not_gate()
    {
        var answer = await CompareAsync("lying", "honest", "--format", "json", "--fail-on", "new-failures");

        using var json = JsonDocument.Parse(answer.Out);
        json.RootElement.GetProperty("fixed").GetArrayLength().Should().BePositive();
        json.RootElement.GetProperty("newlyFailing").GetArrayLength().Should().Be(0);
    }

    [Test]
    public async Task Markdown_is_for_a_comment()
    {
        var answer = await CompareAsync("honest", "lying", "--format", "markdown");

        answer
            .Out.Should()
            .StartWith("# Comparison of ")
            .And.Contain("## Newly failing: ")
            .And.Contain("- `write-note/");
    }

    [Test]
    public async Task What_is_no_summary_is_a_matter_of_usage()
    {
        await File.WriteAllTextAsync(folder.File("no.json"), "{}");

        var answer = await CompareAsync("honest", "no.json");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("is no summary of a run");
    }

    private async Task RunAsync(string name, Conformance.Specification.Model.IntegrationSpecification? served)
    {
        await using var server = await SimulatedServer.StartAsync(served);
        await CliRunner.RunAsync(
            "run",
            Notes.Path,
            "--base-url",
            server.Url,
            "--report",
            "summary",
            "--out",
            folder.File(name)
        );
    }

    private Task<CliAnswer> CompareAsync(string before, string after, params string[] options) =>
        CliRunner.RunAsync(["compare", folder.File(before), folder.File(after), .. options]);
}
