using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Diagnostics.Writing;
using Conformance.Specification.Fixing;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance lint</c>: finds what a specification leaves open, contradicts or forgets.</summary>
internal static class LintCommand
{
    // What stands in a file that could not be read is found when it can be: one repair shows the next.
    private const int MostRounds = 5;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var specification = SpecificationArgument.Create();
        var format = OptionOf.Word("--format", "How findings are written", "text", "json", "sarif", "github");
        var least = OptionOf.Word(
            "--fail-severity",
            "The least severity that ends with exit code 3; .conformance.yaml may set another",
            "error",
            "warning",
            "info"
        );
        var fix = OptionOf.Switch("--fix", "Repair in the files what can be repaired safely, then lint again");
        var command = new Command("lint", "Find what a specification leaves open, contradicts or forgets.")
        {
            specification,
            format,
            least,
            fix,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    SpecificationArgument.Resolve(parsed.GetValue(specification)),
                    Enum.Parse<DiagnosticFormat>(parsed.GetRequiredValue(format), ignoreCase: true),
                    parsed.GetResult(least) is { Implicit: false }
                        ? Enum.Parse<Severity>(parsed.GetRequiredValue(least), ignoreCase: true)
                        : null,
                    parsed.GetValue(fix),
                    console,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Attempt<string> path,
        DiagnosticFormat format,
        Severity? least,
        bool fix,
        CliConsole console,
        CancellationToken cancellationToken
    )
    {
        if (!path.Succeeded)
        {
            return RefusalWriter.Write(path.Refusal, console);
        }

        var linted = SpecificationSource.Lint(path.Value, cancellationToken);
        var isRepaired = fix;
        for (var round = 0; linted.Succeeded && isRepaired && round < MostRounds; round++)
        {
            var code = await OutputFiles.TryAsync(
                console,
                async () => isRepaired = await FixAsync(linted.Value, console, cancellationToken)
            );
            if (code != ExitCodes.Conforming)
            {
                return code;
            }

            linted = isRepaired ? SpecificationSource.Lint(path.Value, cancellationToken) : linted;
        }

        if (!linted.Succeeded)
        {
            return RefusalWriter.Write(linted.Refusal, console);
        }

        var found = linted.Value;
        DiagnosticWriter.Write(console.Out, format, found.Diagnostics, found.Sources, found.Suppressed);
        return Fails(found, least ?? found.Configuration.FailSeverity ?? Severity.Error)
            ? ExitCodes.SpecificationInvalid
            : ExitCodes.Conforming;
    }

    private static bool Fails(LoadResult found, Severity least) =>
        found.Specification is null || found.Diagnostics.Any(d => d.Severity <= least);

    /// <summary>What was repaired is told on standard error, so that the findings stay what they are for programs.</summary>
    /// <returns>Whether anything was.</returns>
    private static async Task<bool> FixAsync(LoadResult found, CliConsole console, CancellationToken cancellationToken)
    {
        var files = OutputFiles.Guarded(console, found.Specification);
        var isRepaired = false;
        foreach (var text in SpecificationFixer.Fix(found.Sources, found.Diagnostics))
        {
            if (await RepairedFile.TrySaveAsync(text, files, cancellationToken))
            {
                isRepaired |= !text.Repaired.IsEmpty;
                foreach (var repaired in text.Repaired)
                {
                    await console.Error.WriteLineAsync($"fixed {repaired.Id} at {repaired.Location}");
                }
            }
            else
            {
                await console.Error.WriteLineAsync(
                    $"not fixed: {text.Source.Name} is not plain UTF-8, and stays as it is"
                );
            }
        }

        return isRepaired;
    }
}
