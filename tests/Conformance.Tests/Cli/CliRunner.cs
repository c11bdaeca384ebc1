using System.Collections.Immutable;
using Conformance.Cli;
using Conformance.Tests.Reports;

namespace Conformance.Tests.Cli;

/// <summary>What a command said and answered.</summary>
internal sealed record CliAnswer(int ExitCode, string Out, string Error);

/// <summary>Runs the command line in this process, without a terminal; or by <see cref="TestedProgram"/>.</summary>
internal static class CliRunner
{
    public static Task<CliAnswer> RunAsync(params string[] arguments) => RunAsync(arguments, console => console);

    public static async Task<CliAnswer> RunAsync(
        string[] arguments,
        Func<CliConsole, CliConsole> change,
        CancellationToken cancellationToken = default
    )
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var plain = new CliConsole
        {
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            Variables = ImmutableDictionary<string, string>.Empty,
        };
        var console = change(plain);
        // A terminal, another clock and the like cannot be had from outside.
        if (TestedProgram.Path is { } program && plain == console with { Variables = plain.Variables })
        {
            return await TestedProgram.RunAsync(program, arguments, console.Variables, cancellationToken);
        }

        var exitCode = await CliApp.RunAsync(arguments, console, cancellationToken);
        return new CliAnswer(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs <c>conformance run</c> with its reports in a folder of its own.</summary>
    public static async Task<CliAnswer> RunContractAsync(string specification, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        return await RunAsync(["run", specification, "--out", folder.Path, .. arguments]);
    }
}
