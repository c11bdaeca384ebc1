using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Merging;

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
    private readonly Option<string?> openApi = OptionOf.Text(
        "--openapi",
        "FILE",
        "The OpenAPI document of a run that was given one, instead of --spec"
    );
    private readonly Option<string?> security = OptionOf.Text(
        "--security",
        "NAME",
        "With --openapi: the security scheme that the run used"
    );
    private readonly GateArguments gate = new();
    private readonly ReportingArguments reporting = new();
    private readonly Option<string> output = new("--out")
    {
        HelpName = "DIR",
        Required = true,
        Description = "Folder that the reports and the record of the whole run are written into",
    };

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
            merge.openApi,
            merge.security,
            merge.output,
        };
        merge.gate.AddForRecordedRunTo(command);
        merge.reporting.AddForRecordedRunTo(command);
        command.SetAction(merge.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Bind(parsed, cancellationToken);
        if (!options.Succeeded)
        {
            return RefusalWriter.Write(options.Refusal, console);
        }

        var context = new RunContext
        {
            Time = console.Time,
            Variables = console.Variables,
            Host = console.Host,
            Output = console.Out,
        };
        var merged = await RunMerge.RunAsync(options.Value, context, cancellationToken);
        if (!merged.Succeeded)
        {
            return RefusalWriter.Write(merged.Refusal, console);
        }

        var run = merged.Value;
        new RunSummary(Screen.Of(console, isPlain: false), run.Result, run.Gate, run.Reports).Write(
            reporting.IsQuiet(parsed)
        );
        return run.Gate.ExitCode;
    }

    private Attempt<MergeOptions> Bind(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new MergeOptions
        {
            Folders = [.. parsed.GetRequiredValue(folders)],
            Specification = parsed.GetValue(specification),
            Gate = gate.Bind(parsed),
            AllowedInconclusive = reporting.AllowedInconclusive(parsed),
            Reports = reporting.Reports(parsed),
            OutputFolder = parsed.GetRequiredValue(output),
        };
        if (parsed.GetValue(openApi) is not { } document)
        {
            return options;
        }

        var read = OpenApiSource.Read(document, parsed.GetValue(security), cancellationToken);
        return read.Succeeded ? options with { Specification = document, Loaded = read.Value.Loading } : read.Refusal;
    }
}
