using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

[TestFixture]
internal sealed class MarkdownSummaryTests
{
    [Test]
    public async Task A_red_run_is_understood_from_its_first_lines()
    {
        var text = await WrittenReport.TextAsync("markdown", SampleRun.Result with { ExitReason = "1 case failed." });

        text.Should()
            .StartWith("# Orders API: ❌ not conforming\n\n1 case failed.\n\nTarget `http://127.0.0.1:5080/`, ")
            .And.Contain("| **all** | 2 | 1 | 1 | 1 | 1 |")
            .And.Contain("### The target MUST send a body that matches the declared schema.")
            .And.Contain("MUST by contract, `specs/orders.yaml:81`; 1 x in 1 case")
            .And.Contain("- expected: `string that matches ^ORD-`");
    }

    [Test]
    public async Task What_a_target_sends_mentions_nobody_and_links_nowhere()
    {
        const string hostile = "`code` <img src=x onerror=y> @everyone #1 [x](https://evil.example) | ``` https://a.b";

        var text = await WrittenReport.TextAsync(
            "markdown",
            PipelineReportTests.Failing(1, hostile) with
            {
                Notes = [hostile],
            }
        );

        text.Should()
            .Contain(
                "- actual: `'code' <img src=x onerror=y> @everyone #1 [x](https://evil.example) | ''' https://a.b`\n"
            )
            .And.Contain(
                "- \\`code\\` \\<img src=x onerror=y\\> <span>@</span>everyone <span>#</span>1 \\[x\\]\\(https:<span></span>//evil.example\\)"
            )
            .And.NotContain(SampleRun.Secret);
    }

    [Test]
    public async Task It_fits_a_comment_and_says_how_much_it_leaves_out()
    {
        var text = await WrittenReport.TextAsync("markdown", PipelineReportTests.Failing(2000));

        text.Length.Should().BeLessThan(65_536).And.BeGreaterThan(50_000);
        text.Should().MatchRegex("_[0-9]+ more failures are not shown here; all of them are in the reports._");
    }

    [Test]
    public async Task On_GitHub_it_is_added_to_the_summary_of_the_job()
    {
        using var folder = new TemporaryFolder();
        var summary = folder.File("step.md");
        await File.WriteAllTextAsync(summary, "before\n");

        var text = await WrittenReport.TextAsync("markdown", change: o => o with { Variables = Step(summary) });

        (await File.ReadAllTextAsync(summary)).Should().Be($"before\n{text}\n");
    }

    [TestCase(1024 * 1024 - 2000, true)]
    [TestCase(1024 * 1024 - 100, false)]
    public async Task What_has_no_room_in_the_summary_of_the_job_is_shortened_or_left_out(int used, bool hasHead)
    {
        using var folder = new TemporaryFolder();
        var summary = folder.File("step.md");
        await File.WriteAllTextAsync(summary, new string('x', used));

        await WrittenReport.TextAsync(
            "markdown",
            PipelineReportTests.Failing(50),
            o => o with { Variables = Step(summary) }
        );

        var added = (await File.ReadAllTextAsync(summary))[used..];
        added.Should().NotContain("What is broken");
        added.Contains("| **all** |", StringComparison.Ordinal).Should().Be(hasHead);
    }

    private static ImmutableDictionary<string, string> Step(string path) =>
        ImmutableDictionary<string, string>.Empty.Add("GITHUB_STEP_SUMMARY", path);
}
