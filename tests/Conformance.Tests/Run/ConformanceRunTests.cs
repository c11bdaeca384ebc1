using Conformance.Tests.Reports;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace Conformance.Tests.Run;

/// <summary>The whole pipeline, against the simulator.</summary>
public sealed class ConformanceRunTests
{
    [Test]
    public async Task A_conforming_target_conforms()
    {
        var target = new SimulatedTarget();

        var run = await RunAsync(Notes.Options, target);

        run.Gate.ExitCode.Should().Be(ExitCodes.Conforming, run.Gate.Reason);
        run.Result.ExitCode.Should().Be(ExitCodes.Conforming, "the reports tell it");
        run.Result.Cases.Should().HaveCountGreaterThan(5).And.OnlyContain(c => c.Verdict == Verdict.Passed);
        run.Result.Run.Environment.Should().Be("simulator");
        run.Result.Run.IsSimulated.Should().BeTrue();
        run.Result.Requests.Should().BeGreaterThanOrEqualTo(run.Result.Cases.Length);
        target.IsDisposed.Should().BeTrue();
    }

    [Test]
    public async Task Every_planned_case_has_one_verdict_in_the_order_of_the_plan()
    {
        var run = await RunAsync(Notes.Options, new SimulatedTarget());

        run.Result.Cases.Select(c => c.Case.Id).Should().Equal(run.Plan.Cases.Select(c => c.Id));
        var account = run.Gate.Account;
        (account.Passed + account.Failed + account.Inconclusive + account.Skipped + account.Error)
            .Should()
            .Be(account.Planned);
    }

    [Test]
    public async Task A_case_that_the_runner_forgets_is_open_and_keeps_the_run_from_conforming()
    {
        var run = await RunAsync(Notes.Options, new SimulatedTarget(), new SequentialRunner(atMost: 2));

        run.Result.Count(Verdict.Inconclusive).Should().Be(run.Plan.Cases.Length - 2);
        run.Result.Cases[^1].Reason.Should().Be("The runner never started this case.");
        run.Gate.ExitCode.Should().Be(ExitCodes.GateNotMet);
    }

    [Test]
    public async Task A_defect_of_the_runner_keeps_the_run_from_conforming()
    {
        var runner = new SequentialRunner { Problems = ["NUnit lost a case."] };

        var run = await RunAsync(Notes.Options, new SimulatedTarget(), runner);

        run.Gate.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        run.Gate.Reason.Should().Be("NUnit lost a case.");
        run.Result.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration, "the reports tell it");
        run.Result.Notes.Should().Contain("NUnit lost a case.");
    }

    [Test]
    public async Task A_report_that_cannot_be_completed_keeps_the_run_from_conforming()
    {
        using var folder = new TemporaryFolder();
        var options = Notes.Options with { Reports = "junit", OutputFolder = folder.File("out") };
        // The folder is gone when the report is to be completed, and a file stands in its place.
        var sabotage = new Watching(_ =>
        {
            if (Directory.Exists(options.OutputFolder))
            {
                Directory.Delete(options.OutputFolder, recursive: true);
                File.WriteAllText(options.OutputFolder, "in the way");
            }
        });

        var run = await RunAsync(options, new SimulatedTarget(), observer: sabotage);

        run.Reports.Problems.Should().ContainSingle().Which.Report.Should().Be("junit");
        run.Gate.ExitCode.Should().Be(ExitCodes.UsageOrConfiguration);
        run.Gate.Reason.Should().Contain("junit");
    }

    [Test]
    public async Task After_an_interruption_what_was_measured_is_reported_and_the_rest_is_open()
    {
        using var folder = new TemporaryFolder();
        using var interruption = new CancellationTokenSource();
        var options = Notes.Options with { Reports = "junit", OutputFolder = folder.Path };

        var run = await RunAsync(
            options,
            new SimulatedTarget(),
            observer: new Watching(_ => interruption.Cancel()),
            cancellationToken: interruption.Token
        );

        run.Result.WasInterrupted.Should().BeTrue();
        run.Gate.ExitCode.Should().Be(ExitCodes.Interrupted);
        run.Result.Cases[0].Verdict.Should().Be(Verdict.Passed);
        run.Result.Cases.Skip(1).Should().OnlyContain(c => c.Verdict == Verdict.Inconclusive);
        run.Result.Cases[^1].Reason.Should().Be("The run was interrupted before this case.");
        File.Exists(folder.File("junit.xml")).Should().BeTrue();
    }

    [Test]
    public async Task With_fail_fast_no_case_starts_after_the_first_failure()
    {
        var options = Notes.Options with { FailFast = true };
        var watching = new Watching();

        var run = await RunAsync(options, new SimulatedTarget(Notes.Lying), observer: watching);

        run.Result.Count(Verdict.Failed).Should().Be(1);
        watching.Finished.Last().Verdict.Should().Be(Verdict.Failed);
        run.Result.Cases[^1].Reason.Should().Be("A case failed before this one (--fail-fast).");
        run.Gate.ExitCode.Should().Be(ExitCodes.RequirementFailed);
    }

    [Test]
    public async Task When_the_time_of_the_run_is_over_the_rest_is_open()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var options = Notes.Options with { RunTimeout = TimeSpan.FromMinutes(10) };

        var run = await RunAsync(
            options,
            new SimulatedTarget(),
            observer: new Watching(_ => time.Advance(TimeSpan.FromMinutes(4))),
            time: time
        );

        run.Result.WasInterrupted.Should().BeFalse();
        run.Result.Cases.Count(c => c.Reason?.Contains("--run-timeout", StringComparison.Ordinal) == true)
            .Should()
            .Be(run.Plan.Cases.Length - 3);
        run.Gate.ExitCode.Should().Be(ExitCodes.GateNotMet);
    }

    [Test]
    public async Task The_embedded_target_plays_the_environment_that_is_named()
    {
        var target = new SimulatedTarget();

        var run = await RunAsync(Notes.Options with { Environment = "sandbox" }, target);

        target.Environment!.Name.Value.Should().Be("sandbox");
        run.Result.Run.Environment.Should().Be("sandbox");
        run.Gate.ExitCode.Should().Be(ExitCodes.Conforming, run.Gate.Reason);
    }

    private static async Task<CompletedRun> RunAsync(
        RunOptions options,
        SimulatedTarget target,
        ICaseRunner? runner = null,
        IRunObserver? observer = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default
    )
    {
        var context = new RunContext
        {
            EmbeddedTarget = target,
            Observer = observer,
            Time = time ?? TimeProvider.System,
        };
        var run = await ConformanceRun.RunAsync(options, runner ?? new SequentialRunner(), context, cancellationToken);
        run.Refusal.Should().BeNull();
        return run.Value!;
    }
}
