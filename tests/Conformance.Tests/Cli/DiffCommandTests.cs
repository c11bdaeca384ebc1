using System.Text.Json;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary><c>conformance diff</c>: what is told, and what the gate says.</summary>
public sealed class DiffCommandTests
{
    private static readonly string Old = RepositoryFiles.Spec("orders.yaml");

    [Test]
    public async Task A_specification_does_not_differ_from_itself()
    {
        var answer = await CliRunner.RunAsync("diff", Old, Old);

        answer.ExitCode.Should().Be(ExitCodes.Conforming);
        answer.Out.Should().Be("no differences in the contract\nversion 1.0.0 needs no step\n".ReplaceLineEndings());
    }

    [Test]
    public async Task A_breaking_change_is_told_with_both_places_and_closes_the_gate()
    {
        var answer = await Diff("maximum: 999", "maximum: 99");

        answer.ExitCode.Should().Be(ExitCodes.GateNotMet);
        answer
            .Out.Should()
            .Contain("BREAKING (1)")
            .And.Contain(
                "EVO-309  POST /api/v1/orders, request body: items[].quantity: the greatest value is 99, was 999"
            )
            .And.MatchRegex(@"old  \S*orders\.yaml:\d+:\d+   maximum: 999\s")
            .And.MatchRegex(@"new  \S*new\.yaml:\d+:\d+   maximum: 99\s")
            .And.Contain("consumers must change")
            .And.Contain("the changes ask for a major step: 2.0.0");
    }

    [Test]
    public async Task A_major_version_announces_what_breaks()
    {
        (string, string)[] changes = [("maximum: 999", "maximum: 99"), ("version: \"1.0.0\"", "version: \"2.0.0\"")];

        (await DiffAll(changes)).ExitCode.Should().Be(ExitCodes.Conforming);
        (await DiffAll(changes, "--fail-on", "breaking")).ExitCode.Should().Be(ExitCodes.GateNotMet);
        (await DiffAll(changes, "--fail-on", "breaking", "--view", "provider"))
            .ExitCode.Should()
            .Be(ExitCodes.Conforming);
    }

    [Test]
    public async Task The_gate_can_be_left_open() =>
        (await Diff("maximum: 999", "maximum: 99", "--fail-on", "never")).ExitCode.Should().Be(ExitCodes.Conforming);

    [Test]
    public async Task Programs_get_all_of_it_as_json()
    {
        var answer = await Diff("limit: \"60 requests/minute\"", "limit: \"30 requests/minute\"", "--format", "json");

        var json = JsonDocument.Parse(answer.Out).RootElement;
        var change = json.GetProperty("changes")[0];
        change.GetProperty("rule").GetString().Should().Be("EVO-701");
        change.GetProperty("consumers").GetString().Should().Be("breaking");
        change.GetProperty("direction").GetString().Should().Be("consumer to provider");
        change.GetProperty("new").GetProperty("line").GetInt32().Should().BePositive();
        json.GetProperty("version").GetProperty("suggested").GetString().Should().Be("2.0.0");
    }

    [Test]
    public async Task A_pull_request_gets_tables_whose_texts_are_escaped()
    {
        var answer = await Diff(
            "description: \"Order created successfully\"",
            "description: \"Done\"",
            "--format",
            "markdown"
        );

        answer
            .Out.Should()
            .StartWith("### Contract: 0 breaking, 0 non-breaking, 1 documentation")
            .And.Contain("**Version does not fit.**")
            .And.Contain("<details><summary>Documentation (1)</summary>")
            .And.Contain("| POST /api/v1/orders, response 201 | the description reads differently | - |");
    }

    [Test]
    public async Task A_version_with_errors_never_counts_as_one_without_changes()
    {
        var answer = await Diff(
            "method: \"POST\"\n      path: \"/api/v1/orders\"",
            "method: \"SEND\"\n      path: \"/api/v1/orders\""
        );

        answer.ExitCode.Should().Be(ExitCodes.SpecificationInvalid);
        answer.Out.Should().BeEmpty();
    }

    [Test]
    public async Task A_missing_file_is_a_matter_of_usage() =>
        (await CliRunner.RunAsync("diff", Old, "nowhere.yaml")).ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);

    [Test]
    public async Task A_rule_of_comparison_is_explained_with_its_examples() =>
        (await CliRunner.RunAsync("rules", "evo-309"))
            .Out.Should()
            .StartWith("EVO-309 (diff): Upper bounds are kept")
            .And.Contain("Old:\n")
            .And.Contain("Found:\n")
            .And.Contain("Compatible:\n");

    private static Task<CliAnswer> Diff(string from, string to, params string[] options) =>
        DiffAll([(from, to)], options);

    private static async Task<CliAnswer> DiffAll((string From, string To)[] changes, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(Old);
        foreach (var (from, to) in changes)
        {
            text.Should().Contain(from);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        var now = folder.File("new.yaml");
        await File.WriteAllTextAsync(now, text);
        return await CliRunner.RunAsync(["diff", Old, now, .. options]);
    }
}
