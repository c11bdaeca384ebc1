using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Recorder;
using Conformance.Settings;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance record</c>: passes live traffic through and judges it.</summary>
internal sealed class RecordCommand
{
    private readonly CliConsole console;
    private readonly Argument<string> specification = SpecificationArgument.CreateRequired(
        "SPEC",
        "A YAML file, or a folder whose YAML files make up one specification"
    );
    private readonly Option<Uri?> baseUrl = OptionOf.Url("--base-url", "Where requests are passed on to; required");
    private readonly Option<string?> listen = OptionOf.Text(
        "--listen",
        "ADDR",
        "Where clients connect: PORT on loopback, or IP:PORT (8080)"
    );
    private readonly Option<string?> file = OptionOf.Text(
        "--out",
        "FILE",
        "The archive that is written, HAR 1.2 with secrets masked (traffic.har)"
    );
    private readonly Option<int?> requests = OptionOf.Number("--requests", "End after so many requests", 1);
    private readonly Option<TimeSpan?> longest = OptionOf.Duration(
        "--max-wait",
        "End after this time; else Ctrl-C does"
    );
    private readonly Option<bool> strict = OptionOf.Switch(
        "--strict",
        "Let SHOULD requirements, drafts and proposals fail, as for run"
    );
    private readonly Option<InconclusiveAllowance?> allowance = OptionOf.Allowance(
        "--allow-inconclusive",
        "How many exchanges may stay unjudged (0)"
    );
    private readonly Option<bool> quiet = OptionOf.Switch("--quiet", "Print findings and the result only", "-q");

    private RecordCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var record = new RecordCommand(console);
        var command = new Command(
            "record",
            "Stand between a client and its provider, judge each answer by the specification, and keep the traffic (HAR 1.2)."
        )
        {
            record.specification,
            record.baseUrl,
            record.listen,
            record.file,
            record.requests,
            record.longest,
            record.strict,
            record.allowance,
            record.quiet,
        };
        command.SetAction(record.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(baseUrl) is not { } target)
        {
            return Refuse("Nothing says where requests are passed on to.", "Name the target: --base-url URL.");
        }

        var address = parsed.GetValue(listen) ?? "8080";
        if (ListenAddress.Parse(address) is not { } endpoint)
        {
            return Refuse(
                $"'{address}' is no address to listen on.",
                "Write a port (8080), or an IP address with one (0.0.0.0:8080, [::1]:8080)."
            );
        }

        var options = new RecordOptions
        {
            Specification = parsed.GetRequiredValue(specification),
            BaseUrl = target,
            Listen = endpoint,
            File = parsed.GetValue(file) ?? "traffic.har",
            Requests = parsed.GetValue(requests),
            LongestTime = parsed.GetValue(longest),
            IsStrict = parsed.GetValue(strict),
            AllowedInconclusive = parsed.GetValue(allowance) is { } allowed ? allowed.Count : 0,
        };
        var screen = Screen.Of(console, isPlain: false);
        var isQuiet = parsed.GetValue(quiet);
        var attempt = await TrafficRecording.RunAsync(
            options,
            new RecordingProgress(screen, options, isQuiet),
            console.Time,
            cancellationToken
        );
        if (!attempt.Succeeded)
        {
            return RefusalWriter.Write(attempt.Refusal, console);
        }

        var reviewed = attempt.Value;
        screen.Line();
        new RunSummary(screen, reviewed.Result, reviewed.Gate, reviewed.Reports)
        {
            Tables = [CountTable.Of(reviewed.Counts)],
        }.Write(isQuiet);
        return reviewed.Gate.ExitCode;
    }

    private int Refuse(string message, string fix) => RefusalWriter.Write(Refusal.Configuration(message, fix), console);
}
