using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
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
    private readonly ReportingArguments reporting = new("unjudged exchanges");

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
        };
        check.reporting.AddTo(command);
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
            IsStrict = reporting.IsStrict(parsed),
            AllowedInconclusive = reporting.AllowedInconclusive(parsed),
            Reports = reporting.Reports(parsed),
            OutputFolder = reporting.OutputFolder(parsed),
        };
        var context = new RunContext
        {
            Time = console.Time,
            Variables = console.Variables,
            Host = console.Host,
            Output = console.Out,
        };
        var attempt = await TrafficReview.RunAsync(options, context, cancellationToken);
        if (!attempt.Succeeded)
        {
            return RefusalWriter.Write(attempt.Refusal, console);
        }

        var reviewed = attempt.Value;
        var screen = Screen.Of(console, isPlain: false);
        new RunSummary(screen, reviewed.Result, reviewed.Gate, reviewed.Reports).Write(reporting.IsQuiet(parsed));
        return reviewed.Gate.ExitCode;
    }
}
