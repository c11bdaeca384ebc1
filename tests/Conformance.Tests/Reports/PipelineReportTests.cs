using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

/// <summary>What GitHub and GitLab read of a run.</summary>
[TestFixture]
internal sealed class PipelineReportTests
{
    private const string Hostile = "evil\n::error::owned\r\n::set-output name=x::y 100%";

    [Test]
    public async Task Annotations_stand_at_the_lines_of_the_specification()
    {
        var lines = Lines(await WrittenReport.TextAsync("github"));

        lines[0].Should().StartWith("::error file=specs/orders.yaml,line=81,title=BodyMatchesSchema::The target MUST");
        lines.Should().Contain(l => l.StartsWith("::error file=specs/orders.yaml,line=81,title=Defect::"));
        lines.Should().Contain(l => l.StartsWith("::warning file=specs/orders.yaml,line=81,title=HeaderIs::"));
        lines[^1].Should().StartWith("::notice title=conformance::Orders API against sandbox: 6 cases: 2 passed");
    }

    [Test]
    public async Task A_target_cannot_speak_to_the_build_server()
    {
        var lines = Lines(await WrittenReport.TextAsync("github", Failing(1, Hostile)));

        lines.Should().HaveCount(2).And.OnlyContain(l => l.StartsWith("::error file=") || l.StartsWith("::notice "));
        lines[0].Should().Contain("evil%0A::error::owned%0D%0A::set-output name=x::y 100%25");
    }

    [Test]
    public async Task No_more_is_annotated_than_GitHub_shows_and_the_rest_is_counted()
    {
        var lines = Lines(await WrittenReport.TextAsync("github", Failing(25)));

        lines.Where(l => l.StartsWith("::error ")).Should().HaveCount(10);
        lines.Should().Contain(l => l.Contains("16 more errors are in the reports"));
    }

    [TestCase("true", true)]
    [TestCase("", false)]
    public async Task They_are_printed_where_GitHub_listens(string actions, bool isPrinted)
    {
        var output = new StringWriter();
        var text = await WrittenReport.TextAsync(
            "github",
            change: o => o with { Output = output, Variables = Variables("GITHUB_ACTIONS", actions) }
        );

        output.ToString().Should().Be(isPrinted ? text : "");
    }

    // docs.gitlab.com, "Implement a custom tool": an array of these keys, no byte order mark, unique fingerprints.
    [Test]
    public async Task Code_quality_has_the_structure_that_GitLab_documents()
    {
        var text = await WrittenReport.TextAsync("codequality", Failing(3));
        var issues = JsonNode.Parse(text)!.AsArray();

        text[0].Should().Be('[');
        issues.Should().HaveCount(3);
        foreach (var issue in issues)
        {
            issue!
                .AsObject()
                .Select(p => p.Key)
                .Should()
                .Equal("description", "check_name", "fingerprint", "severity", "location");
            ((string)issue["severity"]!).Should().BeOneOf("info", "minor", "major", "critical", "blocker");
            ((string)issue["location"]!["path"]!).Should().Be("specs/orders.yaml");
            ((int)issue["location"]!["lines"]!["begin"]!).Should().Be(81);
        }

        issues.Select(i => (string)i!["fingerprint"]!).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task A_finding_keeps_its_fingerprint_from_run_to_run()
    {
        var first = JsonNode.Parse(await WrittenReport.TextAsync("codequality", Failing(2)))!.AsArray();
        var later = JsonNode
            .Parse(await WrittenReport.TextAsync("codequality", Failing(1, "another value")))!
            .AsArray();

        ((string)later[0]!["fingerprint"]!).Should().Be((string)first[0]!["fingerprint"]!);
    }

    [Test]
    public async Task A_file_elsewhere_is_named_from_the_root_of_the_repository()
    {
        var failed = Case(0, "x");
        var location = failed.Case.Requirement.Location with { File = "/builds/group/project/specs/orders.yaml" };
        var requirement = failed.Case.Requirement with { Location = location };
        var elsewhere = failed with { Checks = [failed.Checks[0] with { Requirement = requirement }] };
        var text = await WrittenReport.TextAsync(
            "codequality",
            SampleRun.Result with
            {
                Cases = [elsewhere],
            },
            o => o with { Variables = Variables("GITLAB_CI", "true").Add("CI_PROJECT_DIR", "/builds/group/project") }
        );

        ((string)JsonNode.Parse(text)![0]!["location"]!["path"]!).Should().Be("specs/orders.yaml");
    }

    internal static RunResult Failing(int count, string actual = "another") =>
        SampleRun.Result with
        {
            Cases = [.. Enumerable.Range(0, count).Select(i => Case(i, actual))],
        };

    private static CaseResult Case(int number, string actual) =>
        SampleRun.Failed with
        {
            Case = SampleRun.Failed.Case with { Id = $"create-order/happy_path/{number}" },
            Checks =
            [
                new(
                    "StatusIs",
                    SampleRun.MustMatch,
                    CheckOutcome.Broken,
                    0,
                    new("response 201, status line", "400", actual, "answer with 400")
                    {
                        Cause = $"StatusIs | {number}",
                    }
                ),
            ],
        };

    private static ImmutableDictionary<string, string> Variables(string name, string value) =>
        ImmutableDictionary<string, string>.Empty.Add(name, value);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
