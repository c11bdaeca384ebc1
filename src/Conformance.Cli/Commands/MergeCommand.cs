using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Merging;
using Conformance.Settings;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance merge</c>: joins the parts of a run.</summary>
internal sealed class MergeCommand
{
    private readonly CliConsole console;
    private readonly Argument<string[]> folders = new("DIR")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Folders that parts of one run wrote their reports into; one is enough for a run that was killed",
    };
    private readonly Option<string?> specification = OptionOf.Text(
        "--spec",
        "SPEC",
        "The specification, when it is not where the run read it"
    );
    private readonly Option<InconclusiveAllowance?> allowance = OptionOf.Allowance(
        "--allow-inconclusive",
        "How many inconclusive cases the exit code 0 admits (0)"
    );
    private readonly Option<string?> reports = OptionOf.Text(
        "--report",
        "KEYS",
        $"Reports, separated by commas, or none ({new RunOptions { Specification = "" }.Reports})"
    );
    private readonly Option<string> output = new("--out")
    {
        HelpName = "DIR",
        Required = true,
        Description = "Folder that the reports and the record of the whole run are written into",
    };
    private readonly Option<bool> quiet = OptionOf.Switch("--quiet", "Print failures and the result only", "-q");

    private MergeCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var merge = new MergeCommand(console);
        var command = new Command(
            "merge",
            "Join the parts of a run (run --shard) and report the whole; the exit code is that of run."
        )
        {
            merge.folders,
            merge.specification,
            merge.output,
            merge.allowance,
            merge.reports,
            merge.quiet,
        };
        command.SetAction(merge.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new MergeOptions
        {
            Folders = [.. parsed.GetRequiredValue(folders)],
            Specification = parsed.GetValue(specification),
            AllowedInconclusive = parsed.GetValue(allowance) is { } allowed ? allowed.Count : 0,
            OutputFolder = parsed.GetRequiredValue(output),
        };
        options = options with { Reports = parsed.GetValue(reports) ?? options.Reports };
        var context = new RunContext
        {
            Time = console.Time,
            Variables = console.Variables,
            Host = console.Host,
            Output = console.Out,
        };
        var merged = await RunMerge.RunAsync(options, context, cancellationToken);
        if (!merged.Succeeded)
        {
            return RefusalWriter.Write(merged.Refusal, console);
        }

        var run = merged.Value;
        new RunSummary(Screen.Of(console, isPlain: false), run.Result, run.Gate, run.Reports).Write(
            parsed.GetValue(quiet)
        );
        return run.Gate.ExitCode;
    }
}
