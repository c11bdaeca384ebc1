using Conformance.Specification.Diagnostics;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Rules;

/// <summary><c>.conformance.yaml</c> decides about rules, and <c>--fail-severity</c> about the exit code.</summary>
public sealed class LintConfigurationTests
{
    private const string Draft = "info: { title: t, version: 1.0.0, status: Odd }\n";

    [Test]
    public void A_rule_is_switched_off_beside_the_specification() =>
        Ids(Draft, "rules: { DOC-106: off }").Should().NotContain("DOC-106");

    [Test]
    public void A_file_in_a_folder_above_holds_too()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("specs"));
        File.WriteAllText(folder.File(".conformance.yaml"), "rules: { DOC-106: info }\n");
        File.WriteAllText(folder.File("specs/a.yaml"), Draft);

        var loaded = SpecificationSource.Lint(folder.File("specs/a.yaml"), CancellationToken.None).Value!;

        loaded.Diagnostics.Single(d => d.Id == "DOC-106").Severity.Should().Be(Severity.Info);
        loaded.Configuration.File.Should().EndWith("/.conformance.yaml");
    }

    [Test]
    public void It_is_no_part_of_a_specification_that_is_a_folder()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(".conformance.yaml"), "rules: { DOC-106: off }\n");
        File.WriteAllText(folder.File("a.yaml"), Draft);

        var loaded = SpecificationSource.Lint(folder.Path, CancellationToken.None).Value!;

        loaded.Specification!.Files.Should().ContainSingle();
        loaded.Diagnostics.Should().OnlyContain(d => d.Id == "DOC-101");
    }

    [Test]
    public void What_cannot_be_read_stays_an_error() =>
        Ids("info: { title: t, titel: x }\n", "rules: { DOC-103: off }").Should().Contain("DOC-103");

    [TestCase("rules: { DOC-199: off }", "there is no rule 'DOC-199'")]
    [TestCase("rules: { DOC-106: fatal }", "'DOC-106' cannot be 'fatal'")]
    [TestCase("rulez: { DOC-106: off }", "unknown key 'rulez'")]
    [TestCase("fail_severity: fatal", "'fail_severity' cannot be 'fatal'")]
    public void A_mistake_in_it_is_an_error_at_its_line(string configuration, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(".conformance.yaml"), configuration + "\n");
        File.WriteAllText(folder.File("a.yaml"), Draft);

        var loaded = SpecificationSource.Lint(folder.File("a.yaml"), CancellationToken.None).Value!;

        var finding = loaded.Diagnostics.Should().ContainSingle(d => d.Message.StartsWith(message)).Subject;
        (finding.Severity, finding.Location.Line).Should().Be((Severity.Error, 1));
        finding.Location.File.Should().EndWith(".conformance.yaml");
    }

    [TestCase("", "", ExitCodes.Conforming)]
    [TestCase("", "warning", ExitCodes.SpecificationInvalid)]
    [TestCase("fail_severity: warning", "", ExitCodes.SpecificationInvalid)]
    [TestCase("fail_severity: warning", "error", ExitCodes.Conforming)]
    public async Task The_least_severity_that_fails_is_told_by_the_command_before_the_file(
        string configuration,
        string option,
        int exitCode
    )
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File(".conformance.yaml"), configuration + "\nx-team: shop\n");
        await File.WriteAllTextAsync(folder.File("a.yaml"), "info: { title: t, version: 1.0.0 }\n");

        string[] options = option.Length == 0 ? [] : ["--fail-severity", option];
        var answer = await CliRunner.RunAsync(["lint", folder.File("a.yaml"), .. options]);

        answer.Out.Should().Contain("1 warning");
        answer.ExitCode.Should().Be(exitCode, answer.Out);
    }

    [Test]
    public void An_error_about_quality_does_not_keep_a_specification_from_being_run()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder.File("a.yaml"),
            "endpoint: { method: GET, path: /a, responses: { 200: { description: x } } }\n"
        );

        var loaded = SpecificationSource.Load(folder.File("a.yaml"), CancellationToken.None);

        loaded.Succeeded.Should().BeTrue();
        loaded.Value!.Diagnostics.Should().Contain(d => d.Id == "DOC-108" && d.Severity == Severity.Error);
    }

    private static IEnumerable<string> Ids(string text, string configuration)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(".conformance.yaml"), configuration + "\n");
        File.WriteAllText(folder.File("a.yaml"), text);
        return SpecificationSource
            .Lint(folder.File("a.yaml"), CancellationToken.None)
            .Value!.Diagnostics.Select(d => d.Id);
    }
}
