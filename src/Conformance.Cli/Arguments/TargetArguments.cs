using System.Collections.Immutable;
using System.CommandLine;

namespace Conformance.Cli.Arguments;

/// <summary>Where a target answers and how it is dealt with, for every command that runs cases.</summary>
/// <param name="answers">What <c>--base-url</c> is to the command.</param>
internal sealed class TargetArguments(string answers = "Where the target answers")
{
    private readonly Option<Uri?> baseUrl = OptionOf.Url("--base-url", answers);
    private readonly Option<string?> environment = OptionOf.Text(
        "--environment",
        "NAME",
        "The environment the target plays. Left out: the one with this base URL, else the first that is not production"
    );
    private readonly Option<Uri?> tokenUrl = OptionOf.Url(
        "--token-url",
        "Token endpoint, when it is not where environment and specification say"
    );
    private readonly Option<string?> secrets = OptionOf.Text(
        "--secrets",
        "FILE",
        "NAME=value lines that go before the process environment; masked, and a file one would stand in is not written"
    );
    private readonly Option<string?> providerStates = OptionOf.Text(
        "--provider-states",
        "URL",
        "Where the target is put into states; may be relative to the base URL"
    );
    private readonly Option<string?> testClock = OptionOf.Text(
        "--test-clock",
        "URL",
        "Where the target's clock is moved; may be relative to the base URL"
    );
    private readonly Option<string?> webhookListen = OptionOf.Text(
        "--webhook-listen",
        "ADDR",
        "Address and port on which deliveries of webhooks are listened for (127.0.0.1, a free port)"
    );
    private readonly Option<Uri?> webhookUrl = OptionOf.Url(
        "--webhook-url",
        "Where the target sends deliveries, when it cannot reach that address: a tunnel's URL, for example"
    );
    private readonly Option<TimeSpan?> maxWait = OptionOf.Duration(
        "--max-wait",
        "Longest single wait for the target's clock; a case that would wait longer is inconclusive (90s)"
    );
    private readonly Option<TimeSpan?> runTimeout = OptionOf.Duration(
        "--run-timeout",
        "Longest time the run may take (1h)"
    );
    private readonly Option<int?> parallel = OptionOf.Number(
        "--parallel",
        "How many cases run beside each other (8 unless told otherwise)",
        1,
        64
    );
    private readonly Option<bool> allowInsecure = OptionOf.Switch(
        "--allow-insecure",
        "Use plain HTTP beyond this machine",
        "--insecure"
    );
    private readonly Option<bool> allowWrites = OptionOf.Switch(
        "--allow-writes",
        "Send unsafe methods to an environment of kind production"
    );
    private readonly Option<bool> duringMaintenance = OptionOf.Switch(
        "--during-maintenance",
        "Run although the environment's maintenance_window is open; without it the run refuses to start (exit code 4)"
    );
    private readonly Option<string?> authority = OptionOf.Text(
        "--ca",
        "FILE",
        "PEM file with certificate authorities to trust beside this machine's own"
    );

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options =
        [
            baseUrl,
            environment,
            tokenUrl,
            secrets,
            providerStates,
            testClock,
            webhookListen,
            webhookUrl,
            parallel,
            runTimeout,
            maxWait,
            allowInsecure,
            allowWrites,
            duringMaintenance,
            authority,
        ];
        Array.ForEach(options, command.Add);
    }

    /// <summary>How many cases run beside each other.</summary>
    public int Workers(ParseResult parsed) => parsed.GetValue(parallel) ?? 8;

    /// <summary>Where the target answers; null when nobody says.</summary>
    public Uri? BaseUrl(ParseResult parsed) => parsed.GetValue(baseUrl);

    /// <summary>The process environment with the secrets file before it.</summary>
    public Attempt<ImmutableDictionary<string, string>> Configuration(
        ParseResult parsed,
        ImmutableDictionary<string, string> variables
    )
    {
        if (parsed.GetValue(secrets) is not { } file)
        {
            return variables;
        }

        var read = SecretsFile.Read(file);
        return read.Succeeded ? variables.SetItems(read.Value) : read.Refusal;
    }

    /// <summary>The options of a run whose credentials come from the secrets file and the process environment.</summary>
    public Attempt<RunOptions> Bind(
        ParseResult parsed,
        Attempt<string> specification,
        ImmutableDictionary<string, string> variables
    )
    {
        if (!specification.Succeeded)
        {
            return specification.Refusal;
        }

        var configuration = Configuration(parsed, variables);
        return configuration.Succeeded ? Of(parsed, specification.Value, configuration.Value) : configuration.Refusal;
    }

    /// <summary>The options of a run of a specification.</summary>
    /// <param name="parsed">What was given.</param>
    /// <param name="specification">Path of the specification.</param>
    /// <param name="configuration">What <see cref="Configuration"/> came to.</param>
    public RunOptions Of(ParseResult parsed, string specification, ImmutableDictionary<string, string> configuration)
    {
        var options = new RunOptions { Specification = specification };
        return options with
        {
            BaseUrl = parsed.GetValue(baseUrl),
            Environment = parsed.GetValue(environment),
            TokenUrl = parsed.GetValue(tokenUrl),
            ProviderStatesUrl = parsed.GetValue(providerStates),
            TestClockUrl = parsed.GetValue(testClock),
            WebhookListen = parsed.GetValue(webhookListen),
            WebhookUrl = parsed.GetValue(webhookUrl),
            Configuration = configuration,
            MaxWait = parsed.GetValue(maxWait) ?? options.MaxWait,
            RunTimeout = parsed.GetValue(runTimeout) ?? options.RunTimeout,
            AllowInsecure = parsed.GetValue(allowInsecure),
            AllowWrites = parsed.GetValue(allowWrites),
            DuringMaintenance = parsed.GetValue(duringMaintenance),
            CertificateAuthorityFile = parsed.GetValue(authority),
        };
    }
}
