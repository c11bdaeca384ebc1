using System.Text.Json;
using Conformance.Cli;
using Conformance.Cli.Verification;
using Conformance.Simulator.Faults;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli.Verification;

/// <summary><c>conformance verify</c>.</summary>
public sealed class VerificationTests
{
    [Test]
    public async Task A_matrix_in_which_everything_is_caught_is_a_success()
    {
        using var folder = new TemporaryFolder();

        var answer = await VerifyAsync(folder, "--faults", "ignores-max-length,omits-error-code", "--format", "json");

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out + answer.Error);
        using var json = JsonDocument.Parse(answer.Out);
        json.RootElement.GetProperty("counts").GetProperty("caught").GetInt32().Should().Be(2);
        var row = json.RootElement.GetProperty("faults")[0];
        row.GetProperty("name").GetString().Should().Be("ignores-max-length");
        row.GetProperty("alterations").GetInt64().Should().BePositive();
        row.GetProperty("caughtBy")[0].GetProperty("case").GetString().Should().Contain("validation_errors");
        File.ReadAllText(folder.File("verify.json")).Trim().Should().Be(answer.Out.Trim());
        File.ReadAllText(folder.File("verify.html")).Should().Contain("ignores-max-length");
    }

    [Test]
    public async Task A_fault_that_the_selected_cases_do_not_notice_survives()
    {
        using var folder = new TemporaryFolder();

        var answer = await VerifyAsync(folder, "--faults", "ignores-max-length", "--filter", "kind=happy_path");

        answer.ExitCode.Should().Be(ExitCodes.GateNotMet);
        answer.Out.Should().Contain("SURVIVED (1)").And.Contain("The suite never provokes it");
    }

    [Test]
    public async Task A_fault_without_an_occasion_is_not_a_survivor()
    {
        using var folder = new TemporaryFolder();

        var answer = await VerifyAsync(folder, "--faults", "never-limits", "--filter", "kind=happy_path");

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer.Out.Should().Contain("The specification has no rate limits.");
    }

    [Test]
    public async Task An_unknown_fault_is_refused_with_the_nearest_known_one()
    {
        using var folder = new TemporaryFolder();

        var answer = await VerifyAsync(folder, "--faults", "ignores-maxlength");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("Did you mean 'ignores-max-length'?");
    }

    [Test]
    public async Task A_case_that_fails_without_a_fault_is_a_false_alarm_whatever_is_caught()
    {
        // The target that is taken for conforming is not.
        var options = new VerificationOptions(Notes.Plan(), [FaultCatalog.Find("omits-error-code")!])
        {
            Target = (time, fault) => new SimulatorTarget(time, fault?.Name ?? "ignores-max-length"),
        };

        var result = await Verifier.RunAsync(options, _ => { }, TimeProvider.System, CancellationToken.None);

        result.Value!.FalseAlarms.Should().NotBeEmpty();
        result.Value.Of(Detection.Caught).Should().ContainSingle();
        result.Value.ExitCode.Should().Be(ExitCodes.RequirementFailed);
    }

    [Test]
    public async Task What_a_server_says_never_becomes_markup()
    {
        using var folder = new TemporaryFolder();

        await VerifyAsync(folder, "--faults", "sends-errors-as-html");

        var page = File.ReadAllText(folder.File("verify.html"));
        page.Should().NotContain("<html><h1>").And.Contain("Content-Security-Policy");
        page.Split("<script>").Should().HaveCount(2, "the page has one script of its own");
    }

    [Test]
    public void Faults_are_selected_by_name_by_area_and_by_pattern()
    {
        Selected("rate-limit").Should().OnlyContain(f => f.Area == FaultArea.RateLimit).And.NotBeEmpty();
        Selected("ignores-max*").Select(f => f.Name).Should().Contain(["ignores-max-items", "ignores-maximum"]);
        Selected("omits-allow").Should().ContainSingle();
        FaultSelection.Of(" , ").Succeeded.Should().BeFalse();
    }

    private static IEnumerable<Fault> Selected(string words) => FaultSelection.Of(words).Value!.Faults;

    private static Task<CliAnswer> VerifyAsync(TemporaryFolder folder, params string[] arguments) =>
        CliRunner.RunAsync(["verify", Notes.Path, "--out", folder.Path, .. arguments]);
}
