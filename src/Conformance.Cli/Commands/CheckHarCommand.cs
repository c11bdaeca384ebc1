using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Settings;
using Conformance.Traffic;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance check-har</c>: judges recorded traffic by the specification.</summary>
internal sealed class CheckHarCommand
{
    private readonly CliConsole console;
    private readonly Argument<string> specification = SpecificationArgument.CreateRequired(
        "SPEC",
        "A YAML file, or a folder whose YAML files make up one specification"
    );
    private readonly Argument<string> file = SpecificationArgument.CreateRequired(
        "FILE",
        "An HTTP archive (HAR 1.2), exported with content"
    );
    private readonly Option<Uri?> baseUrl = OptionOf.Url(
        "--base-url",
        "Where the API answered; left out: the addresses of the specification's environments"
    );
    private readonly Option<bool> strict = OptionOf.Switch(
        "--strict",
        "Let SHOULD requirements, drafts and proposals fail, as for run"
    );
    private readonly Option<InconclusiveAllowance?> allowance = OptionOf.Allowance(
        "--allow-inconclusive",
        "How many exchanges may stay unjudged (0)"
    );
    private readonly Option<string?> reports = OptionOf.Text(
        "--report",
        "KEYS",
        "Reports separated by commas, or none (allure,junit,summary)"
    );
    private readonly Option<string?> output = OptionOf.Text(
        "--out",
        "DIR",
        "Folder that reports are written into (reports)"
    );
    private readonly Option<bool> quiet = OptionOf.Switch("--quiet", "Print findings and the result only", "-q");

    private CheckHarCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var check = new CheckHarCommand(console);
        var command = new Command(
            "check-har",
            "Judge recorded traffic (HAR 1.2) by what the specification says of every answer."
        )
        {
            check.specification,
            check.file,
            check.baseUrl,
            check.strict,
            check.allowance,
            check.reports,
            check.output,
            check.quiet,
        };
        command.SetAction(check.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new TrafficOptions
        {
            Specification = parsed.GetRequiredValue(specification),
            File = parsed.GetRequiredValue(file),
            BaseUrl = parsed.GetValue(baseUrl),
            IsStrict = parsed.GetValue(strict),
            AllowedInconclusive = parsed.GetValue(allowance) is { } allowed ? allowed.Count : 0,
        };
        options = options with
        {
            Reports = parsed.GetValue(reports) ?? options.Reports,
            OutputFolder = parsed.GetValue(output) ?? options.OutputFolder,
        };
        var context = new RunContext
        {
            Time = console.Time,
            Variables = console.Variables,
            Host = console.Host,
        };
        var attempt = await TrafficReview.RunAsync(options, context, cancellationToken);
        if (!attempt.Succeeded)
        {
            return RefusalWriter.Write(attempt.Refusal, console);
        }

        var reviewed = attempt.Value;
        var screen = Screen.Of(console, isPlain: false);
        new RunSummary(screen, reviewed.Result, reviewed.Gate, reviewed.Reports).Write(parsed.GetValue(quiet));
        return reviewed.Gate.ExitCode;
    }
}
