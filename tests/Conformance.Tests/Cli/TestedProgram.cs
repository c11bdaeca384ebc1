using System.Collections.Immutable;
using System.Diagnostics;

namespace Conformance.Tests.Cli;

/// <summary>
/// The program that the variable <c>CONFORMANCE_TESTED_PROGRAM</c> names. Where it is set, commands are run by it, each as
/// a process of its own, instead of by the code of this build: <c>tests/published.sh</c> tries what is published so.
/// </summary>
internal static class TestedProgram
{
    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR"];

    /// <summary>Path of the program; null when there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CONFORMANCE_TESTED_PROGRAM");

    /// <summary>Runs a command.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Arguments of the program.</param>
    /// <param name="variables">Its environment, beside what every process needs.</param>
    /// <param name="cancellationToken">Interrupts the command, as Ctrl-C does.</param>
    public static async Task<CliAnswer> RunAsync(
        string program,
        IEnumerable<string> arguments,
        ImmutableDictionary<string, string> variables,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except(Kept).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await using var interruption = cancellationToken.Register(() =>
            Process.Start("kill", ["-INT", $"{process.Id}"])
        );
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return new CliAnswer(process.ExitCode, output, await error);
    }
}
