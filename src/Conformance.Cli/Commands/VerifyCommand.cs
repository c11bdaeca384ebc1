using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Cli.Verification;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance verify</c>: runs the suite against the simulator with each known fault, to see which it notices.</summary>
internal sealed class VerifyCommand
{
    private static readonly RunOptions Default = new() { Specification = "" };
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Option<string?> faults = OptionOf.Text(
        "--faults",
        "NAMES",
        "Faults separated by commas: names, patterns with *, or areas (all of simulate --list-faults)"
    );
    private readonly Option<string?> filter = OptionOf.Text("--filter", "FILTER", "Which cases run, as for run");
    private readonly Option<string?> environment = OptionOf.Text(
        "--environment",
        "NAME",
        "The environment that is played"
    );
    private readonly Option<int?> seed = OptionOf.Number("--seed", "Decides all generated data (1)", 0);
    private readonly Option<int?> parallel = OptionOf.Number(
        "--parallel",
        "How many faults are tried beside each other (the number of processors)",
        1,
        64
    );
    private readonly Option<bool> full = OptionOf.Switch(
        "--full",
        "Carry out every case against every fault, also when enough is known and when it uses up a limit"
    );
    private readonly Option<bool> strict = OptionOf.Switch(
        "--strict",
        "Let SHOULD requirements, drafts and proposals fail, as for run"
    );

    private readonly Option<string> format = OptionOf.Word("--format", "How the result is printed", "text", "json");
    private readonly Option<string?> output = OptionOf.Text(
        "--out",
        "DIR",
        $"Folder that verify.json and verify.html are written into ({Default.OutputFolder})"
    );

    private VerifyCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var verify = new VerifyCommand(console);
        var command = new Command(
            "verify",
            "Run the suite against the simulator with each known fault, and show which it notices."
        )
        {
            verify.specification,
            verify.faults,
            verify.filter,
            verify.environment,
            verify.seed,
            verify.parallel,
            verify.full,
            verify.strict,
            verify.format,
            verify.output,
        };
        command.SetAction(verify.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Bind(parsed, cancellationToken);
        if (!options.Succeeded)
        {
            return RefusalWriter.Write(options.Refusal, console);
        }

        var progress = new VerificationProgress(console.Error, options.Value.Faults.Length);
        var attempt = await Verifier.RunAsync(options.Value, progress.Finished, console.Time, cancellationToken);
        if (!attempt.Succeeded)
        {
            return RefusalWriter.Write(attempt.Refusal, console);
        }

        return await ShowAsync(attempt.Value, parsed);
    }

    private async Task<int> ShowAsync(VerificationResult result, ParseResult parsed)
    {
        var json = VerificationJson.Of(result);
        if (parsed.GetRequiredValue(format) == "json")
        {
            await console.Out.WriteLineAsync(json);
        }
        else
        {
            new VerificationText(Screen.Of(console, isPlain: false), result).Write();
        }

        var folder = parsed.GetValue(output) ?? Default.OutputFolder;
        var written = await OutputFiles.TryAsync(
            console,
            async () =>
            {
                Directory.CreateDirectory(folder);
                await OutputFiles
                    .Guarded(console, specification: null)
                    .WriteEachAsync(
                        [
                            (Path.Combine(folder, "verify.json"), () => $"{json}\n"),
                            (Path.Combine(folder, "verify.html"), () => VerificationHtml.Of(result)),
                        ],
                        static _ => { },
                        CancellationToken.None
                    );
            }
        );
        return written == ExitCodes.Conforming ? result.ExitCode : written;
    }

    private Attempt<VerificationOptions> Bind(ParseResult parsed, CancellationToken cancellationToken)
    {
        var selection = FaultSelection.Of(parsed.GetValue(faults));
        if (!selection.Succeeded)
        {
            return selection.Refusal;
        }

        var path = SpecificationArgument.Resolve(parsed.GetValue(specification));
        if (!path.Succeeded)
        {
            return path.Refusal;
        }

        var run = VerificationOptions.ForSimulator(path.Value);
        run = run with
        {
            Filter = parsed.GetValue(filter),
            Environment = parsed.GetValue(environment),
            Seed = parsed.GetValue(seed) ?? run.Seed,
            IsStrict = parsed.GetValue(strict),
        };
        var plan = ConformancePlan.Make(run, cancellationToken);
        if (!plan.Succeeded)
        {
            return plan.Refusal;
        }

        var options = new VerificationOptions(plan.Value, selection.Value.Faults) { IsFull = parsed.GetValue(full) };
        return options with { Parallel = parsed.GetValue(parallel) ?? options.Parallel };
    }
}
