using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Specification.Diagnostics.Writing;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance lint</c>: finds what a specification leaves open, contradicts or forgets.</summary>
internal static class LintCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var specification = SpecificationArgument.Create();
        var format = OptionOf.Word("--format", "How findings are written", "text", "json", "sarif");
        var command = new Command("lint", "Find what a specification leaves open, contradicts or forgets.")
        {
            specification,
            format,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Task.FromResult(
                    Run(
                        SpecificationArgument.Resolve(parsed.GetValue(specification)),
                        Enum.Parse<DiagnosticFormat>(parsed.GetRequiredValue(format), ignoreCase: true),
                        console,
                        cancellationToken
                    )
                )
        );
        return command;
    }

    private static int Run(
        Attempt<string> path,
        DiagnosticFormat format,
        CliConsole console,
        CancellationToken cancellationToken
    )
    {
        if (!path.Succeeded)
        {
            return RefusalWriter.Write(path.Refusal, console);
        }

        var linted = SpecificationSource.Lint(path.Value, cancellationToken);
        if (!linted.Succeeded)
        {
            return RefusalWriter.Write(linted.Refusal, console);
        }

        DiagnosticWriter.Write(console.Out, format, linted.Value.Diagnostics, linted.Value.Sources);
        return linted.Value.HasErrors ? ExitCodes.SpecificationInvalid : ExitCodes.Conforming;
    }
}
