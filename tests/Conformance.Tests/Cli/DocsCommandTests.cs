using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

public sealed class DocsCommandTests
{
    [Test]
    public async Task Both_documents_are_written_and_named()
    {
        using var folder = new TemporaryFolder();

        var answer = await CliRunner.RunAsync("docs", RepositoryFiles.Spec("parcels.yaml"), "--out", folder.Path);

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Error);
        var files = new[] { folder.File("parcels.md"), folder.File("parcels.html") };
        answer.Out.ReplaceLineEndings("\n").Should().Be(string.Join('\n', files) + "\n");
        files.Should().AllSatisfy(file => new FileInfo(file).Length.Should().BeGreaterThan(5_000));
    }

    [Test]
    public async Task A_run_shows_its_verdicts_in_the_document()
    {
        using var folder = new TemporaryFolder();
        var specification = RepositoryFiles.Fixture("..", "Run", "notes.yaml");
        await CliRunner.RunAsync("run", specification, "--out", folder.Path, "--report", "summary");

        var answer = await CliRunner.RunAsync(
            ["docs", specification, "--out", folder.Path, "--summary", folder.File("summary.json")],
            console => console
        );

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Error);
        (await File.ReadAllTextAsync(folder.File("notes.md")))
            .Should()
            .Contain("**Last run:** simulator")
            .And.Contain("✔ passed");
    }

    [TestCase("not json", "is no summary of a run")]
    [TestCase("{\"format\": \"other\"}", "is no summary of a run")]
    [TestCase(
        "{\"format\": \"conformance-summary\", \"run\": {\"specification\": {\"sha256\": \"0\"}}}",
        "is of another specification"
    )]
    public async Task A_file_that_is_no_summary_of_this_specification_is_refused(string content, string problem)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("summary.json"), content);

        var answer = await CliRunner.RunAsync(
            "docs",
            RepositoryFiles.Spec("orders.yaml"),
            "--out",
            folder.Path,
            "--summary",
            folder.File("summary.json")
        );

        answer.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        answer.Error.Should().Contain(problem);
    }
}
