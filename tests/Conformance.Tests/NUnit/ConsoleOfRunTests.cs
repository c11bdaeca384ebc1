using Conformance.NUnit.InProcess;
using Conformance.Tests.Run;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.NUnit;

/// <summary>The console while NUnit runs inside NUnit. Alone: each such run takes it and gives it back.</summary>
[NonParallelizable]
public sealed class ConsoleOfRunTests
{
    [Test]
    public async Task The_console_is_given_back()
    {
        var (output, error) = (Console.Out, Console.Error);
        var context = new RunContext { EmbeddedTarget = new SimulatedTarget() };

        var run = await ConformanceRun.RunAsync(Notes.Options, new InProcessRunner(4), context, CancellationToken.None);

        run.Refusal.Should().BeNull();
        Console.Out.Should().BeSameAs(output);
        Console.Error.Should().BeSameAs(error);
    }
}
