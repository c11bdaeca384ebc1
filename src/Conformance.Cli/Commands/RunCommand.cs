using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.NUnit.InProcess;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance run</c>: runs the contract against a target.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var arguments = new RunArguments();
        var parts = new ShardArguments();
        var command = new Command(
            "run",
            "Run the contract against a target; without one, against the built-in simulator."
        );
        arguments.AddTo(command);
        parts.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, arguments, parts, console, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed,
        RunArguments arguments,
        ShardArguments parts,
        CliConsole console,
        CancellationToken cancellationToken
    )
    {
        var options = arguments.Bind(parsed, console.Variables, cancellationToken);
        if (options.Succeeded)
        {
            options = await parts.CutAsync(parsed, options.Value, console.Variables, cancellationToken);
        }

        if (!options.Succeeded)
        {
            return RefusalWriter.Write(options.Refusal, console);
        }

        var screen = Screen.Of(console, arguments.IsColourless(parsed));
        var runner = new InProcessRunner(arguments.Workers(parsed));
        var isQuiet = arguments.IsQuiet(parsed);
        var attempt = await WatchedRun.OfAsync(console, screen, isQuiet, options.Value, runner, cancellationToken);
        if (!attempt.Succeeded)
        {
            return RefusalWriter.Write(attempt.Refusal, console);
        }

        var run = attempt.Value;
        new RunSummary(screen, run.Result, run.Gate, run.Reports).Write(isQuiet);
        return run.Gate.ExitCode;
    }
}
