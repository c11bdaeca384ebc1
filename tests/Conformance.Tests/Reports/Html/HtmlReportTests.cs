using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports.Html;

/// <summary>What is in the file, whatever shows it.</summary>
public sealed partial class HtmlReportTests
{
    [Test]
    public async Task A_red_run_says_what_is_broken_where_it_stands_what_came_and_how_to_repeat_it()
    {
        var page = await WriteAsync(SampleRun.Result);
        page.Should()
            .Contain("Does not conform")
            .And.Contain("1 of 6 cases failed, for 1 cause.")
            .And.Contain("The target MUST send a body that matches the declared schema.")
            .And.Contain("specs/orders.yaml:81")
            .And.Contain("string that matches ^ORD-")
            .And.Contain("#case=create-order%2Fvalidation_errors%2Fquantity")
            .And.Contain("curl -X POST http://127.0.0.1:5080/api/v1/orders");
    }

    [Test]
    public async Task Only_a_run_that_ended_well_is_said_to_conform()
    {
        var passed = SampleRun.Result with { Cases = [SampleRun.Passed], ExitCode = 0 };
        (await WriteAsync(passed)).Should().Contain(">Conforms<");
        (await WriteAsync(passed with { ExitCode = 5 })).Should().Contain(">No verdict<");
        (await WriteAsync(passed with { ExitCode = 130, WasInterrupted = true })).Should().Contain(">Interrupted<");
        (await WriteAsync(passed with { Cases = [], ExitCode = 5 })).Should().NotContain(">Conforms<");
    }

    [Test]
    public async Task Secrets_are_in_no_part_of_the_page() =>
        (await WriteAsync(SampleRun.Result)).Should().NotContain(SampleRun.Secret).And.Contain("***");

    [Test]
    public async Task A_finding_leads_to_the_line_of_the_body_that_it_is_about()
    {
        var failed = Cases(await WriteAsync(SyntheticRun.Of(1)))[0]!;
        ((string)failed["checks"]![0]!["place"]!["part"]!).Should().Be("body");
        ((int)failed["checks"]![0]!["place"]!["line"]!).Should().Be(2);
    }

    [Test]
    public async Task Every_case_is_in_the_page_those_that_failed_first()
    {
        var verdicts = Cases(await WriteAsync(SampleRun.Result)).Select(c => (string)c!["verdict"]!);
        verdicts.Should().Equal("failed", "error", "inconclusive", "passed", "passed", "skipped");
    }

    [Test]
    public async Task Bodies_of_passed_cases_are_cut_and_the_page_says_so()
    {
        var large = "[" + string.Join(',', Enumerable.Range(0, 4000)) + "]";
        var passed = SampleRun.Recorded(SampleRun.Passed, Verdict.Passed, SampleRun.Sent(0, "send", 201, large));
        var open = SampleRun.Recorded(
            SampleRun.Inconclusive,
            Verdict.Inconclusive,
            SampleRun.Sent(0, "send", 201, large)
        );
        var page = await WriteAsync(SampleRun.Result with { Cases = [passed, open] });

        page.Should().Contain("Of 2 bodies only the beginning is shown");
        Data(page)["texts"]!.AsArray().Select(t => ((string)t!).Length).Should().Contain(1024).And.Contain(16 * 1024);
    }

    [Test]
    public async Task A_page_that_is_full_keeps_the_evidence_of_failures_and_says_what_it_lacks()
    {
        CaseResult Filled(int i, CaseResult like) =>
            SampleRun.Recorded(
                like with
                {
                    Case = like.Case with { Id = $"{like.Case.Id}/{i}" },
                },
                like.Verdict,
                SampleRun.Sent(0, "send", 201, $"\"{i}{new string('x', 16_000)}\"")
            );
        var failed = Enumerable.Range(0, 450).Select(i => Filled(i, SampleRun.Failed));
        var passed = Enumerable.Range(0, 5).Select(i => Filled(i, SampleRun.Passed));
        var page = await WriteAsync(SampleRun.Result with { Cases = [.. passed, .. failed] });

        page.Length.Should().BeLessThan(9_000_000);
        page.Should().Contain("exchanges are shown without headers and bodies");
        var last = Cases(page)[^1]!;
        ((string)last["verdict"]!).Should().Be("passed");
        last["steps"]![0]!["exchanges"]![0]!["response"].Should().BeNull();
    }

    [Test]
    public async Task What_a_target_sent_stands_in_the_file_as_text_only()
    {
        var page = await WriteAsync(SyntheticRun.Hostile);
        page.Should().NotContain("<img").And.NotContain("\0");
        ScriptTag().Count(page).Should().Be(4, "the data and three scripts of ours");
        page.Split("</script>").Should().HaveCount(5);
        DataElement().Match(page).Groups[1].Value.Should().NotContainAny("<", ">", "\u2028", "\u2029");
        Cases(page).Should().HaveCount(4);
    }

    [Test]
    public async Task A_killed_run_leaves_no_report_of_the_run_before()
    {
        using var folder = new TemporaryFolder();
        await SampleRun.WriteAsync(folder.Path, "html");
        var report = new Conformance.Reports.Formats.HtmlReport(SampleRun.Options(folder.Path));
        await report.StartAsync(SampleRun.Run, CancellationToken.None);
        File.Exists(folder.File("report.html")).Should().BeFalse();
    }

    private static async Task<string> WriteAsync(RunResult result)
    {
        using var folder = new TemporaryFolder();
        (await SampleRun.WriteAsync(folder.Path, "html", result)).Problems.Should().BeEmpty();
        return await File.ReadAllTextAsync(folder.File("report.html"));
    }

    private static JsonNode Data(string page) => JsonNode.Parse(DataElement().Match(page).Groups[1].Value)!;

    private static JsonArray Cases(string page) => Data(page)["cases"]!.AsArray();

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex DataElement();

    [GeneratedRegex("<script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptTag();
}
