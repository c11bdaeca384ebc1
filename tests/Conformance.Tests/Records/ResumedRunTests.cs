using Conformance.Records;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Records;

/// <summary>A run that was cut off goes on where it was.</summary>
public sealed class ResumedRunTests
{
    [Test]
    public async Task What_was_finished_is_not_carried_out_again_and_is_reported()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(Notes.Options with { RecordFolder = folder.File("record") }, new SequentialRunner(atMost: 3));
        var watching = new Watching();

        var run = await RunAsync(
            Notes.Options with
            {
                RecordFolder = folder.File("record"),
                Resumes = true,
                Reports = "junit",
                OutputFolder = folder.Path,
            },
            new SequentialRunner(),
            watching
        );

        var done = run.Value!.Plan.Cases.Take(3).Select(c => c.Id).ToArray();
        watching.Finished.Select(f => f.Case.Id).Should().NotIntersectWith(done);
        run.Value.Gate.ExitCode.Should().Be(ExitCodes.Conforming, run.Value.Gate.Reason);
        run.Value.Result.Cases.Should().OnlyContain(c => c.Verdict == Verdict.Passed);
        run.Value.Result.Notes.Should().ContainMatch("3 cases were carried out before*");
        var junit = await File.ReadAllTextAsync(folder.File("junit.xml"));
        done.Should().OnlyContain(id => junit.Contains(id, StringComparison.Ordinal));
        var record = await RecordedRun.ReadAsync(folder.File("record"));
        record.Manifest.Segments.Should().HaveCount(2);
        record.Cases.Should().HaveCount(run.Value.Plan.Cases.Length).And.OnlyHaveUniqueItems(c => c.Id);
    }

    [Test]
    public async Task A_resumed_run_can_be_judged_again()
    {
        using var folder = new TemporaryFolder();
        var options = Notes.Options with { RecordFolder = folder.Path };
        await RunAsync(options, new SequentialRunner(atMost: 3));
        var run = await RunAsync(options with { Resumes = true }, new SequentialRunner());

        var again = Rederivation.Of(
            await RecordedRun.ReadAsync(folder.Path),
            run.Value!.Plan.Specification,
            run.Value.Plan.Cases
        );

        again.Value!.Disagreements.Should().BeEmpty();
        again.Value.Cases.Should().HaveCount(run.Value.Plan.Cases.Length);
    }

    [Test]
    public async Task Half_a_line_is_cut_off_and_its_case_carried_out_again()
    {
        using var folder = new TemporaryFolder();
        var options = Notes.Options with { RecordFolder = folder.Path };
        await RunAsync(options, new SequentialRunner());
        var path = Path.Combine(folder.Path, RunRecord.LinesFile);
        var lines = await File.ReadAllLinesAsync(path);
        await File.WriteAllTextAsync(path, $"{lines[0]}\n{lines[1][..100]}");
        var watching = new Watching();

        var run = await RunAsync(options with { Resumes = true }, new SequentialRunner(), watching);

        watching.Finished.Should().HaveCount(run.Value!.Plan.Cases.Length - 1);
        (await RecordedRun.ReadAsync(folder.Path)).IsTorn.Should().BeFalse();
    }

    [Test]
    public async Task A_record_of_another_run_is_refused_with_what_is_different()
    {
        using var folder = new TemporaryFolder();
        var options = Notes.Options with { RecordFolder = folder.Path };
        await RunAsync(options, new SequentialRunner(atMost: 1));

        var run = await RunAsync(options with { Resumes = true, Seed = 2 }, new SequentialRunner());

        run.Refusal!.Kind.Should().Be(RefusalKind.Configuration);
        run.Refusal.Message.Should().Contain("is of another run: the seed was 1 and is 2.");
        (await RecordedRun.ReadAsync(folder.Path)).Cases.Should().NotBeEmpty("the record is left as it was");
    }

    [Test]
    public async Task Without_a_record_a_run_begins()
    {
        using var folder = new TemporaryFolder();

        var run = await RunAsync(
            Notes.Options with
            {
                RecordFolder = folder.File("record"),
                Resumes = true,
            },
            new SequentialRunner()
        );

        run.Value!.Gate.ExitCode.Should().Be(ExitCodes.Conforming);
    }

    private static Task<Attempt<CompletedRun>> RunAsync(
        RunOptions options,
        ICaseRunner runner,
        IRunObserver? observer = null
    ) =>
        ConformanceRun.RunAsync(
            options,
            runner,
            new RunContext { EmbeddedTarget = new SimulatedTarget(), Observer = observer },
            CancellationToken.None
        );
}
