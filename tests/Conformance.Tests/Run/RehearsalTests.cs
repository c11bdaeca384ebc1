using Conformance.Cli.Startup;
using Conformance.Rehearsing;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Run;

public sealed class RehearsalTests
{
    [Test]
    public async Task It_goes_the_way_of_a_run_whose_cases_pass()
    {
        var run = await Rehearsal.PlayAsync(null, CancellationToken.None);

        run!.Result.Cases.Should().NotBeEmpty().And.OnlyContain(c => c.Verdict == Verdict.Passed);
        run.Result.Requests.Should().BePositive();
    }

    [Test]
    public async Task It_is_told_to_the_end()
    {
        await using var output = new StringWriter();

        await RunRehearsal.PlayAsync(output, CancellationToken.None);

        output.ToString().Should().StartWith("Rehearsal 1.0.0").And.Contain("none failed. (exit code 0)");
    }

    [Test]
    public async Task It_breaks_off_in_silence()
    {
        using var interruption = new CancellationTokenSource();
        await interruption.CancelAsync();

        var run = await Rehearsal.PlayAsync(null, interruption.Token);

        run.Should().BeNull();
    }
}
