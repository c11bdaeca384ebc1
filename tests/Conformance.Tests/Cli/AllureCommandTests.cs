using System.Collections.Immutable;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary>What Allure asks of a run, and what is made for it.</summary>
public sealed class AllureCommandTests
{
    [Test]
    public async Task A_test_plan_decides_which_cases_run()
    {
        using var folder = new TemporaryFolder();
        await WritePlanAsync(folder, "notes-api#write-note/happy_path/read-twice");

        var answer = await RunAsync(folder);

        SummaryFile.Verdicts(folder.Path).Keys.Should().Equal(["write-note/happy_path/read-twice"], answer.Error);
    }

    [Test]
    public async Task A_test_plan_that_names_no_case_of_ours_tests_nothing_and_says_so()
    {
        using var folder = new TemporaryFolder();
        await WritePlanAsync(folder, "com.example.Tests#other");

        var answer = await RunAsync(folder);

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("ALLURE_TESTPLAN_PATH");
    }

    [Test]
    public async Task Without_Node_the_report_says_what_to_install()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("allure-results"));
        var nothing = ImmutableDictionary<string, string>.Empty.Add("PATH", folder.Path);

        var answer = await CliRunner.RunAsync(
            ["report", "--allure", folder.Path],
            console => console with { Variables = nothing }
        );

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("Install Node.js 20 or later");
    }

    [Test]
    public async Task Without_results_the_report_says_where_they_come_from()
    {
        using var folder = new TemporaryFolder();

        var answer = await CliRunner.RunAsync("report", "--allure", folder.Path);

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain("There are no results of Allure").And.Contain("--report allure");
    }

    private static Task WritePlanAsync(TemporaryFolder folder, string selector) =>
        File.WriteAllTextAsync(
            folder.File("testplan.json"),
            $$"""{ "version": "1.0", "tests": [ { "id": "1", "selector": "{{selector}}" } ] }"""
        );

    private static Task<CliAnswer> RunAsync(TemporaryFolder folder) =>
        CliRunner.RunAsync(
            ["run", Notes.Path, "--report", "summary", "--out", folder.Path],
            console =>
                console with
                {
                    Variables = ImmutableDictionary<string, string>.Empty.Add(
                        "ALLURE_TESTPLAN_PATH",
                        folder.File("testplan.json")
                    ),
                }
        );
}
