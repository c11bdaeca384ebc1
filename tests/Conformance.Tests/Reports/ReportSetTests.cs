using Conformance.Reports;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Reports;

[TestFixture]
internal sealed class ReportSetTests
{
    [Test]
    public async Task Reports_are_picked_by_key_in_any_case_and_written_in_that_order()
    {
        using var folder = new TemporaryFolder();
        var outcome = await SampleRun.WriteAsync(folder.Path, "Summary, ALLURE,junit,summary");
        outcome.IsComplete.Should().BeTrue();
        outcome.Written.Select(w => w.Report).Should().Equal("summary", "allure", "junit");
        outcome.Written.Should().OnlyContain(w => Path.Exists(w.Path));
    }

    [TestCase("pdf", "unknown report 'pdf'; expected one or more of KEYS, separated by commas, or none")]
    [TestCase("a,b,junit", "unknown reports 'a', 'b'; expected one or more of KEYS, separated by commas, or none")]
    [TestCase(" , ", "no report is named; expected one or more of KEYS, separated by commas, or none")]
    public void An_unknown_key_is_refused_with_the_accepted_ones(string keys, string message)
    {
        var selection = ReportSet.Create(keys, SampleRun.Options("/nowhere"));
        selection
            .Should()
            .BeOfType<ReportSelection.Refused>()
            .Which.Message.Should()
            .Be(message.Replace("KEYS", string.Join(", ", ReportSet.Keys), StringComparison.Ordinal));
    }

    [Test]
    public async Task None_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        (await SampleRun.WriteAsync(folder.Path, "none")).IsComplete.Should().BeTrue();
        Directory.EnumerateFileSystemEntries(folder.Path).Should().BeEmpty();
    }

    [Test]
    public async Task A_folder_that_cannot_be_made_is_known_before_the_first_case_and_at_the_end()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "");
        var reports = (
            (ReportSelection.Accepted)
                ReportSet.Create("allure,html,junit,summary", SampleRun.Options(folder.File("file/reports")))
        ).Reports;

        var problems = await reports.StartAsync(SampleRun.Run, CancellationToken.None);
        problems.Select(p => p.Report).Should().Equal("allure", "html", "junit", "summary");

        await reports.CaseFinishedAsync(SampleRun.Passed, CancellationToken.None);
        var outcome = await reports.FinishAsync(SampleRun.Result, CancellationToken.None);
        outcome.IsComplete.Should().BeFalse();
        outcome.Written.Should().BeEmpty();
        outcome.Problems.Should().HaveCount(4).And.OnlyContain(p => p.Message.StartsWith("could not be written: "));
    }

    [Test]
    public async Task A_report_that_breaks_leaves_the_others_alone_and_is_never_lost()
    {
        using var folder = new TemporaryFolder();
        var reports = ReportSet.Of(
            new BrokenReport(),
            new Conformance.Reports.Formats.SummaryJson(SampleRun.Options(folder.Path))
        );
        await reports.StartAsync(SampleRun.Run, CancellationToken.None);
        await reports.CaseFinishedAsync(SampleRun.Passed, CancellationToken.None);
        var outcome = await reports.FinishAsync(SampleRun.Result, CancellationToken.None);
        outcome.Written.Single().Report.Should().Be("summary");
        outcome
            .Problems.Single()
            .ToString()
            .Should()
            .Be(
                "report broken: could not be written, by a defect of this tool (InvalidOperationException): at the end (first: could not be written: disk full)"
            );
    }

    [Test]
    public async Task A_file_that_is_in_the_way_is_a_problem_although_the_run_is_over()
    {
        using var folder = new TemporaryFolder();
        var reports = (
            (ReportSelection.Accepted)ReportSet.Create("junit,summary", SampleRun.Options(folder.Path))
        ).Reports;
        await reports.StartAsync(SampleRun.Run, CancellationToken.None);
        Directory.CreateDirectory(folder.File("junit.xml"));
        var outcome = await reports.FinishAsync(SampleRun.Result, CancellationToken.None);
        outcome.Problems.Single().Report.Should().Be("junit");
        outcome.Written.Single().Report.Should().Be("summary");
    }

    [Test]
    public async Task What_an_earlier_run_left_is_removed_before_the_first_case_and_nothing_else_is()
    {
        using var folder = new TemporaryFolder();
        await SampleRun.WriteAsync(folder.Path, "allure,html,junit,summary");
        var allure = folder.File("allure-results");
        Directory.CreateDirectory(Path.Combine(allure, "history"));
        string[] foreign =
        [
            folder.File("notes.txt"),
            Path.Combine(allure, "0f0f0f0f-0000-0000-0000-000000000000-result.json"),
            Path.Combine(allure, "history", "history.json"),
        ];
        foreach (var file in foreign)
        {
            await File.WriteAllTextAsync(file, "{}");
        }

        await File.WriteAllTextAsync(folder.File("junit.xml.conformance-tmp"), "half");
        var reports = (
            (ReportSelection.Accepted)ReportSet.Create("allure,html,junit,summary", SampleRun.Options(folder.Path))
        ).Reports;
        (await reports.StartAsync(SampleRun.Run, CancellationToken.None)).Should().BeEmpty();

        Directory
            .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Should()
            .BeEquivalentTo(
                foreign.Concat(
                    new[] { "categories.json", "environment.properties", "executor.json" }.Select(f =>
                        Path.Combine(allure, f)
                    )
                )
            );
    }

    private sealed class BrokenReport : IRunReport
    {
        public string Key => "broken";

        public ValueTask StartAsync(RunDescription run, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask CaseFinishedAsync(CaseResult result, CancellationToken cancellationToken) =>
            throw new IOException("disk full");

        public ValueTask<string> FinishAsync(RunResult result, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("at the end");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
