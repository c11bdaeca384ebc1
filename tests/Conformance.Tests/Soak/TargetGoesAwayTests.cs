using Conformance.Execution.Recording;
using Conformance.Simulator;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Soak;

/// <summary>
/// A target that keeps the contract is killed, stopped or restarted in the middle of a run: what was finished stays, what
/// was not is left open, and nothing is held against the target.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class TargetGoesAwayTests
{
    private const int Finished = 10;

    [Test]
    public async Task What_a_killed_target_did_not_answer_is_open_and_is_done_when_it_is_back()
    {
        using var folder = new TemporaryFolder();
        var target = await SimulatorServer.StartAsync(Notes.Plan().Specification, new SimulatorOptions());
        var options = SoakRun.Options(target.BaseUrl, folder.Path);

        var run = await SoakRun.RunAsync(
            options,
            n =>
            {
                if (n == Finished)
                {
                    target.DisposeAsync().AsTask().Wait();
                }
            }
        );

        SoakRun.Wrong(run).Should().BeEmpty();
        run.Result.Cases.Take(Finished).Should().OnlyContain(c => c.Verdict == Verdict.Passed);
        run.Result.Cases.Skip(Finished)
            .Where(c => c.Record?.Obstacle?.Kind is ObstacleKind.TargetUnreachable)
            .Should()
            .HaveCountGreaterThan(40)
            .And.OnlyContain(c => c.Verdict == Verdict.Inconclusive);
        run.Gate.ExitCode.Should().Be(ExitCodes.GateNotMet);

        await using var again = await SimulatorServer.StartAsync(
            Notes.Plan().Specification,
            new SimulatorOptions { Port = target.BaseUrl.Port }
        );
        var resumed = await SoakRun.RunAsync(options with { Resumes = true });

        resumed
            .Result.Cases.Where(c => c.Verdict is not Verdict.Passed)
            .Select(c => $"{c.Case.Id}: {c.Reason}")
            .Should()
            .BeEmpty();
        resumed.Gate.ExitCode.Should().Be(ExitCodes.Conforming);
    }

    [Test]
    public async Task A_stopped_target_leaves_open_what_it_meets_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        await using var target = await SimulatorServer.StartAsync(Notes.Plan().Specification, new SimulatorOptions());
        await using var way = new LossyProxy(target.BaseUrl, new Weather(0, 0, TimeSpan.Zero), seed: 1);

        // Stopped for three cases: fewer than it takes to give the target up.
        var run = await SoakRun.RunAsync(
            SoakRun.Options(way.Url, folder.Path) with
            {
                RequestTimeout = TimeSpan.FromMilliseconds(500),
            },
            n => way.IsBlocked = n is >= Finished and < Finished + 3
        );

        SoakRun.Wrong(run).Should().BeEmpty();
        var open = run.Result.Cases.Where(c => c.Verdict is Verdict.Inconclusive).ToArray();
        open.Should().HaveCountLessThanOrEqualTo(3).And.NotBeEmpty();
        open.Should().OnlyContain(c => c.Reason!.Contains("did not answer", StringComparison.Ordinal));
        run.Gate.ExitCode.Should().Be(ExitCodes.GateNotMet);
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task A_network_that_delays_and_loses_is_no_fault_of_the_target(int seed)
    {
        using var folder = new TemporaryFolder();
        await using var target = await SimulatorServer.StartAsync(Notes.Plan().Specification, new SimulatorOptions());
        await using var way = new LossyProxy(
            target.BaseUrl,
            new Weather(Resets: 6, Stalls: 3, TimeSpan.FromMilliseconds(20)),
            seed
        );

        var run = await SoakRun.RunAsync(
            // Whether the network or the target breaks connections off again and again, nobody can tell from here.
            SoakRun.Options(way.Url, folder.Path) with
            {
                Filter = "id!=run/edge_cases/answers-arrive-whole",
            }
        );

        SoakRun.Wrong(run).Should().BeEmpty($"the seed is {seed}");
        run.Result.Count(Verdict.Passed).Should().BeGreaterThan(run.Plan.Cases.Length / 2);
    }
}
