using Conformance.Records;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Records;

/// <summary>A process that is killed without warning leaves what it finished, and another one goes on with it.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class KilledRunTests
{
    private const int ALot = 20;
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "Conformance.Cli.dll");

    [Test]
    public async Task After_SIGKILL_the_finished_cases_are_there_and_the_others_are_carried_out()
    {
        using var folder = new TemporaryFolder();
        string[] run =
        [
            "run",
            RepositoryFiles.Spec("orders.yaml"),
            "--filter",
            "kind=validation_errors id=create-order/*",
            "--out",
            folder.Path,
        ];
        using var watching = new CancellationTokenSource();
        Task? killing = null;

        var killed = await ProcessRunner.DotnetAsync(
            [Tool, .. run, "--parallel", "1"],
            onLine: (_, process) => killing ??= KillAsync(process, folder.File("record"), watching.Token)
        );
        await killing!;

        killed.ExitCode.Should().Be(128 + 9, killed.Out + killed.Error);
        File.Exists(folder.File("summary.json")).Should().BeFalse("the process had no time for it");
        var left = await RecordedRun.ReadAsync(folder.File("record"));
        left.Cases.Should().HaveCountGreaterThanOrEqualTo(ALot);
        left.Manifest.Segments.Should().ContainSingle().Which.EndedAt.Should().BeNull();

        var resumed = await CliRunner.RunAsync([.. run, "--resume"]);

        resumed.ExitCode.Should().Be(ExitCodes.Conforming, resumed.Out + resumed.Error);
        var verdicts = SummaryFile.Verdicts(folder.Path);
        verdicts.Keys.Should().BeEquivalentTo(left.Manifest.Planned);
        verdicts.Values.Should().OnlyContain(v => v == "passed");
        var whole = await RecordedRun.ReadAsync(folder.File("record"));
        whole.Cases.Should().OnlyHaveUniqueItems(c => c.Id).And.HaveCount(left.Manifest.Planned.Length);
        whole.Cases.Count(c => c.Segment == 0).Should().Be(left.Cases.Length, "nothing was carried out again");
    }

    private static async Task KillAsync(
        System.Diagnostics.Process process,
        string record,
        CancellationToken cancellationToken
    )
    {
        var lines = Path.Combine(record, RunRecord.LinesFile);
        while (!process.HasExited && (!File.Exists(lines) || LinesOf(lines) < ALot))
        {
            await Task.Delay(10, cancellationToken);
        }

        process.Kill();
    }

    private static int LinesOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var count = 0;
        while (reader.ReadLine() is not null)
        {
            count++;
        }

        return count;
    }
}
