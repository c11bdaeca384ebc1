using System.Text.Json;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary><c>conformance coverage</c>.</summary>
public sealed class CoverageCommandTests
{
    [Test]
    public async Task Every_requirement_is_shown_with_its_level_its_basis_and_its_cases()
    {
        var answer = await CliRunner.RunAsync("coverage", Notes.Path);

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer.Out.Should().Contain("write-note: POST /notes").And.Contain("  Requests");
        answer
            .Out.Should()
            .MatchRegex(@"MUST   C    5  request\.body\.text\.maxLength\s+validation_errors/text/longest");
        answer.Out.Should().MatchRegex(@"(?m)^MUST   C \(contract\) +\d+ +\d+ +\d+ +\d+\r?$");
    }

    [TestCase(80)]
    [TestCase(120)]
    public async Task Lines_fit_the_console(int width)
    {
        var answer = await CliRunner.RunAsync(
            ["coverage", RepositoryFiles.Spec("orders.yaml")],
            console => console with { Width = width }
        );

        answer
            .Out.Split('\n')
            .Where(line => line.TrimEnd().Length > width && !IsOneLongId(line))
            .Should()
            .BeEmpty("only an id that is longer than the console may stand out");
    }

    private static bool IsOneLongId(string line) =>
        line.TrimStart() is ['M' or 'S', ..] && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 4;

    [Test]
    public async Task Only_what_no_case_tests_is_shown_when_that_is_asked_for()
    {
        var answer = await CliRunner.RunAsync("coverage", RepositoryFiles.Spec("orders.yaml"), "--missing");

        answer.Out.Should().NotContain("create-order: POST").And.Contain("Not tested (");
        answer.Out.Should().Contain("It binds the caller; a run looks at the provider.");
    }

    [Test]
    public async Task Json_holds_every_requirement_once()
    {
        var answer = await CliRunner.RunAsync("coverage", Notes.Path, "--format", "json");

        using var json = JsonDocument.Parse(answer.Out);
        var ids = json
            .RootElement.GetProperty("requirements")
            .EnumerateArray()
            .Select(r => r.GetProperty("id").GetString())
            .ToArray();
        ids.Should().OnlyHaveUniqueItems().And.HaveCount(json.RootElement.GetProperty("total").GetInt32());
        ids.Should().Contain("write-note.request.body.text.maxLength");
    }

    [Test]
    public async Task A_gate_is_not_met_while_a_must_has_neither_a_case_nor_a_reason()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("gap.yaml");
        File.Copy(Notes.Path, path);

        // Only some cases are counted, so that the bounds of the text are left without one.
        var open = await CliRunner.RunAsync("coverage", path, "--require-all", "--filter", "kind=happy_path");
        var shown = await CliRunner.RunAsync("coverage", path, "--filter", "kind=happy_path");

        open.ExitCode.Should().Be(ExitCodes.GateNotMet);
        open.Error.Should()
            .MatchRegex(@"^error: \d+ requirements that can fail a target have neither a case nor a reason");
        shown.ExitCode.Should().Be(ExitCodes.Conforming, "nobody asked for all of them");
    }

    [TestCase(80)]
    [TestCase(120)]
    public async Task The_rules_of_standards_are_shown_with_what_tests_them_or_why_nothing_does(int width)
    {
        var answer = await CliRunner.RunAsync(["coverage", "--standards"], console => console with { Width = width });

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer.Out.Should().Contain("  HTTP-05 MUST N").And.Contain("UnauthorizedHasChallenge");
        answer.Out.Should().Contain("  JWT-07  MUST N").And.Contain("Not tested: ");
        answer.Out.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= width);
    }

    [Test]
    public async Task The_rules_that_nothing_tests_can_be_read_by_programs()
    {
        var answer = await CliRunner.RunAsync("coverage", "--standards", "--missing", "--format", "json");

        using var json = JsonDocument.Parse(answer.Out);
        json.RootElement.GetProperty("rules")
            .EnumerateArray()
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(rule => rule.GetProperty("reason").GetString() != "");
    }
}
