using System.Text.Json;
using Conformance.Specification;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary><c>conformance rules</c>, and the formats of <c>conformance lint</c> that tell of accepted findings.</summary>
public sealed class RulesCommandTests
{
    [Test]
    public async Task Every_rule_is_listed_with_its_severity_and_title()
    {
        var answer = await CliRunner.RunAsync("rules");

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        var lines = answer.Out.Split('\n');
        foreach (var rule in Linter.Rules)
        {
            lines.Should().ContainSingle(line => line.StartsWith(rule.Id)).Which.Should().Contain(rule.Title);
        }
    }

    [Test]
    public async Task The_page_of_a_rule_has_reason_repair_source_and_examples()
    {
        var answer = await CliRunner.RunAsync("rules", "aut-103");

        answer
            .Out.Should()
            .StartWith("AUT-103 (warning): The client secret is sent in the body")
            .And.Contain("Why:    RFC 6749 section 2.3.1")
            .And.Contain("Fix:    set client_authentication: basic")
            .And.Contain("Source: RFC 6749 section 2.3.1")
            .And.Contain("Bad:\n    authentication:")
            .And.Contain("Good:\n    authentication:")
            .And.Contain("# conformance: ignore AUT-103 REASON");
    }

    [Test]
    public async Task An_unknown_rule_is_a_matter_of_usage()
    {
        var answer = await CliRunner.RunAsync("rules", "AUT-193");

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().StartWith("error: There is no rule 'AUT-193'.").And.Contain("Did you mean 'AUT-");
    }

    [Test]
    public async Task GitHub_gets_one_annotation_for_each_finding_at_its_place()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a,b.yaml");
        await File.WriteAllTextAsync(path, "info:\n  title: t\n  status: 100% odd\n");

        var answer = await CliRunner.RunAsync("lint", path, "--format", "github");

        answer.ExitCode.Should().Be(ExitCodes.SpecificationInvalid);
        answer
            .Out.Should()
            .Contain("a%2Cb.yaml,line=3,endLine=3,col=11,endColumn=19,title=DOC-106::status '100%25 odd' is not one of")
            .And.Contain("%0AFix: ");
        answer
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .OnlyContain(line => line.StartsWith("::"));
    }

    [Test]
    public async Task Accepted_findings_are_told_with_their_reasons_by_the_formats_for_programs()
    {
        var json = JsonDocument.Parse((await Lint("json")).Out).RootElement;
        var sarif = JsonDocument.Parse((await Lint("sarif")).Out).RootElement.GetProperty("runs")[0];

        json.GetProperty("summary").GetProperty("suppressed").GetInt32().Should().BePositive();
        json.GetProperty("suppressed")[0].GetProperty("reason").GetString().Should().NotBeEmpty();
        sarif
            .GetProperty("results")
            .EnumerateArray()
            .Should()
            .OnlyContain(r => r.GetProperty("suppressions")[0].GetProperty("justification").GetString() != "");
        (await Lint("text")).Out.Should().Contain("no problems found; ").And.Contain(" accepted in place");
    }

    private static Task<CliAnswer> Lint(string format) =>
        CliRunner.RunAsync("lint", RepositoryFiles.Spec("parcels.yaml"), "--format", format);
}
