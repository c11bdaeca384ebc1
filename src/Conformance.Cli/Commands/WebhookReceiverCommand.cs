using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Consumers.Receiver;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance webhook-receiver</c>: certifies a consumer's endpoint for deliveries.</summary>
internal sealed class WebhookReceiverCommand
{
    private static readonly ReceiverOptions Default = new() { Specification = "", Url = new("http://localhost") };
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Option<Uri?> url = OptionOf.Endpoint(
        "--url",
        "The endpoint that deliveries are sent to. https://, or this machine"
    );
    private readonly Option<string?> secret = OptionOf.Text(
        "--secret-env",
        "NAME",
        "The environment variable that holds the shared secret"
    );
    private readonly Option<string?> probe = OptionOf.Text(
        "--probe",
        "URL",
        "Where the effects of deliveries can be seen: GET, answered with JSON. {event_id}, {object_id} and {event_type} are filled in; a URL without them counts the effects of all events"
    );
    private readonly Option<string?> probeField = OptionOf.Text(
        "--probe-field",
        "PATH",
        "Dotted path of the number or list in the probe's answer (the whole answer)"
    );
    private readonly Option<string?> events = OptionOf.Text(
        "--events",
        "NAMES",
        "The events the endpoint is subscribed to, separated by commas (all that are declared)"
    );
    private readonly Option<TimeSpan?> settle = OptionOf.Duration(
        "--settle",
        "Longest time after which an effect shows (5s)"
    );
    private readonly Option<TimeSpan?> timeout = OptionOf.Duration(
        "--timeout",
        "Longest time one answer is waited for (5s more than the specification allows)"
    );
    private readonly Option<string?> filter = OptionOf.Text("--filter", "FILTER", "Which cases run, as for run");
    private readonly Option<int?> seed = OptionOf.Number("--seed", "Decides the generated data of events (1)", 0);
    private readonly Option<bool> allowInsecure = OptionOf.Switch(
        "--allow-insecure",
        "Use plain HTTP beyond this machine",
        "--insecure"
    );
    private readonly Option<string?> authority = OptionOf.Text(
        "--ca",
        "FILE",
        "PEM file with certificate authorities to trust beside this machine's own"
    );
    private readonly ReportingArguments reporting = new();
    private readonly Option<bool> noColour = OptionOf.Switch("--no-color", "No colours");

    private WebhookReceiverCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var receiver = new WebhookReceiverCommand(console);
        var command = new Command(
            "webhook-receiver",
            "Certify a consumer's webhook endpoint: valid, forged, altered, stale and repeated deliveries."
        )
        {
            receiver.specification,
        };
        Option[] options =
        [
            receiver.url,
            receiver.secret,
            receiver.probe,
            receiver.probeField,
            receiver.events,
            receiver.settle,
            receiver.timeout,
            receiver.filter,
            receiver.seed,
            receiver.allowInsecure,
            receiver.authority,
            receiver.noColour,
        ];
        Array.ForEach(options, command.Add);
        receiver.reporting.AddTo(command);
        command.SetAction(receiver.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Bind(parsed);
        if (!options.Succeeded)
        {
            return RefusalWriter.Write(options.Refusal, console);
        }

        var screen = Screen.Of(console, parsed.GetValue(noColour));
        var isQuiet = reporting.IsQuiet(parsed);
        var attempt = await ReceiverCertification.RunAsync(
            options.Value,
            isQuiet ? null : new ReceiverProgress(screen, options.Value),
            console.Time,
            cancellationToken
        );
        if (!attempt.Succeeded)
        {
            return RefusalWriter.Write(attempt.Refusal, console);
        }

        var certification = attempt.Value;
        new RunSummary(screen, certification.Result, certification.Gate, certification.Reports).Write(isQuiet);
        return certification.Gate.ExitCode;
    }

    private Attempt<ReceiverOptions> Bind(ParseResult parsed)
    {
        if (parsed.GetValue(url) is not { } endpoint)
        {
            return Refusal.Configuration("No receiver is named.", "Say where deliveries are sent to: --url URL.");
        }

        var path = SpecificationArgument.Resolve(parsed.GetValue(specification));
        return path.Succeeded ? Bind(parsed, path.Value, endpoint) : path.Refusal;
    }

    private ReceiverOptions Bind(ParseResult parsed, string path, Uri endpoint) =>
        new()
        {
            Specification = path,
            Url = endpoint,
            SecretVariable = parsed.GetValue(secret),
            Probe = parsed.GetValue(probe),
            ProbeField = parsed.GetValue(probeField),
            Events =
            [
                .. (parsed.GetValue(events) ?? "").Split(
                    ',',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                ),
            ],
            Settle = parsed.GetValue(settle) ?? Default.Settle,
            RequestTimeout = parsed.GetValue(timeout),
            Variables = console.Variables,
            Filter = parsed.GetValue(filter),
            Seed = parsed.GetValue(seed) ?? Default.Seed,
            IsStrict = reporting.IsStrict(parsed),
            AllowedInconclusive = reporting.AllowedInconclusive(parsed),
            AllowInsecure = parsed.GetValue(allowInsecure),
            CertificateAuthorityFile = parsed.GetValue(authority),
            Reports = reporting.Reports(parsed),
            OutputFolder = reporting.OutputFolder(parsed),
            Host = console.Host,
            Output = console.Out,
        };
}
