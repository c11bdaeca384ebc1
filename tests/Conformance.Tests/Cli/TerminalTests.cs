using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary>What a person at a terminal sees: live progress, colours, and the same result in the end.</summary>
internal sealed class TerminalTests
{
    [TestCase(80)]
    [TestCase(120)]
    public async Task A_run_at_a_terminal_ends_like_one_in_a_pipe(int width)
    {
        using var folder = new Reports.TemporaryFolder();

        var answer = await CliRunner.RunAsync(
            [
                "run",
                Specification.RepositoryFiles.Spec("parcels.yaml"),
                "--filter",
                "kind=happy_path",
                "--out",
                folder.Path,
            ],
            console =>
                console with
                {
                    IsTerminal = true,
                    Width = width,
                    Variables = ImmutableDictionary<string, string>.Empty.Add("TERM", "xterm-256color"),
                }
        );

        answer.Error.Should().BeEmpty();
        answer.ExitCode.Should().Be(0, answer.Out);
        answer.Out.Should().Contain("Conforming");
    }
}
