using System.Collections.Concurrent;
using System.Diagnostics;
using Conformance.Cli;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary>Signals, sent to this process; SIGHUP, which nothing else here listens to.</summary>
[Platform(Exclude = "Win", Reason = "Signals are sent by kill(1).")]
public sealed class InterruptionTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Test]
    public void The_first_signal_asks_to_stop_and_the_second_ends_the_process()
    {
        using var codes = new BlockingCollection<int>();
        using var interruption = new Interruption(codes.Add);

        Hangup();
        interruption.Token.WaitHandle.WaitOne(Limit).Should().BeTrue();
        codes.Should().BeEmpty("the run is to write what it measured");

        Hangup();
        codes.TryTake(out var code, Limit).Should().BeTrue();
        code.Should().Be(ExitCodes.Interrupted);
    }

    private static void Hangup() => Process.Start("kill", ["-HUP", $"{Environment.ProcessId}"]).WaitForExit();
}
