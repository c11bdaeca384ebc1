using Conformance.Tests.Cli;
using Conformance.Tests.Hostile.Ways;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Hostile;

/// <summary>What a hostile target can do to the terminal and the memory of whoever runs the suite. Alone: memory is measured.</summary>
[NonParallelizable]
public sealed class HostileOutputTests
{
    private const long Megabyte = 1024 * 1024;

    [Test]
    public async Task Nothing_that_a_target_sends_commands_the_terminal_or_the_build_server()
    {
        HostileWay[] ways = [.. InjectionWays.All.Where(w => w.Place is Place.Answer)];
        using var folder = new TemporaryFolder();
        await using var server = HostileServer.Start(ways);
        var specification = folder.File("hostile.yaml");
        await File.WriteAllTextAsync(specification, HostileContract.TextOf(ways));

        var answer = await CliRunner.RunContractAsync(
            specification,
            "--base-url",
            server.Url.ToString(),
            "--filter",
            "id=way-*/valid-request",
            "--report",
            "github,markdown"
        );

        answer.ExitCode.Should().Be(ExitCodes.RequirementFailed, answer.Out + answer.Error);
        answer.Out.Should().Contain("owned", "findings quote what came");
        WrittenText.ProblemsOfOutput(answer.Out + answer.Error).Should().BeEmpty();
    }

    [Test]
    public async Task What_a_target_sends_without_end_takes_bounded_memory()
    {
        HostileWay[] ways = [.. EndlessWays.All];
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        });

        await HostileRun.AgainstAsync(ways);
        await done.CancelAsync();
        await watching;

        // Ten megabytes of each of four answers, as they came, in texts of reports, and what the collector has not taken yet.
        ((most - before) / Megabyte)
            .Should()
            .BeLessThan(1000);
        TestContext.Out.WriteLine($"{(most - before) / Megabyte} MB at most for {ways.Length} answers without end");
    }
}
