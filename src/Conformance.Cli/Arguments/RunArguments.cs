using System.Collections.Immutable;
using System.CommandLine;
using Conformance.Records;
using Conformance.Settings;

namespace Conformance.Cli.Arguments;

/// <summary>The arguments of <c>conformance run</c>, and the options they make.</summary>
internal sealed class RunArguments
{
    private static readonly RunOptions Default = new() { Specification = "" };

    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Option<string?> openApi = OptionOf.Text(
        "--openapi",
        "FILE",
        "An OpenAPI document instead of SPEC: the cases that its operations imply are run straight from it"
    );
    private readonly Option<Uri?> baseUrl = OptionOf.Url(
        "--base-url",
        "Where the target answers. Left out: the built-in simulator is started on a free loopback port"
    );
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
        "NAME=value lines that go before the process environment"
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
    private readonly Option<string?> filter = OptionOf.Text(
        "--filter",
        "FILTER",
        "Which cases run, for example 'kind=idempotency level=must': id, kind, endpoint, level, tag, origin, requirement; * stands for anything, | for or, != for not"
    );
    private readonly Option<int?> seed = OptionOf.Number(
        "--seed",
        "Decides all generated data (1 unless told otherwise)",
        0
    );
    private readonly Option<int?> explore = OptionOf.Number(
        "--explore",
        "Also try this many random valid and invalid payloads for each operation, and as many random sequences of calls (0)",
        0,
        10_000
    );
    private readonly Option<bool> noShrink = OptionOf.Switch(
        "--no-shrink",
        "Do not try smaller payloads and sequences when a generated one fails"
    );
    private readonly Option<int?> parallel = OptionOf.Number(
        "--parallel",
        "How many cases run beside each other (8 unless told otherwise)",
        1,
        64
    );
    private readonly Option<TimeSpan?> timeout = OptionOf.Duration(
        "--timeout",
        "Longest time one request may take (30s)"
    );
    private readonly Option<TimeSpan?> caseTimeout = OptionOf.Duration(
        "--case-timeout",
        "Longest time one case may take, waits included (5m)"
    );
    private readonly Option<TimeSpan?> runTimeout = OptionOf.Duration(
        "--run-timeout",
        "Longest time the run may take (1h)"
    );
    private readonly Option<TimeSpan?> maxWait = OptionOf.Duration(
        "--max-wait",
        "Longest single wait for the target's clock; a case that would wait longer is inconclusive (90s)"
    );
    private readonly Option<int?> maxRequests = OptionOf.Number(
        "--max-requests",
        "Greatest number of requests of the run (the planned budget)",
        1
    );
    private readonly Option<bool> failFast = OptionOf.Switch(
        "--fail-fast",
        "Start no further case after the first that fails"
    );
    private readonly Option<bool> allowWrites = OptionOf.Switch(
        "--allow-writes",
        "Send unsafe methods to an environment of kind production"
    );
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
    private readonly Option<bool> resume = OptionOf.Switch(
        "--resume",
        "Go on with the run that is recorded in the folder of the reports: what it finished is not carried out again"
    );
    private readonly Option<int?> retries = OptionOf.Number(
        "--retries",
        "Repeat a failed case up to N times in its place and N times alone (0). What passes then is told as flaky, with both exchanges and the likely cause; with --strict it fails",
        0,
        5
    );
    private readonly GateArguments gate = new();
    private readonly ReportingArguments reporting = new();
    private readonly Option<bool> noColour = OptionOf.Switch("--no-color", "No colours and no live progress");

    /// <summary>How many cases run beside each other.</summary>
    public int Workers(ParseResult parsed) => parsed.GetValue(parallel) ?? 8;

    /// <summary>Whether only failures and the result are printed.</summary>
    public bool IsQuiet(ParseResult parsed) => reporting.IsQuiet(parsed);

    /// <summary>Whether colours are unwanted.</summary>
    public bool IsColourless(ParseResult parsed) => parsed.GetValue(noColour);

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(specification);
        Option[] options =
        [
            openApi,
            baseUrl,
            environment,
            tokenUrl,
            secrets,
            providerStates,
            testClock,
            webhookListen,
            webhookUrl,
            filter,
            seed,
            explore,
            noShrink,
            parallel,
            timeout,
            caseTimeout,
            runTimeout,
            maxWait,
            maxRequests,
            failFast,
            retries,
            allowWrites,
            allowInsecure,
            authority,
            resume,
            noColour,
        ];
        Array.ForEach(options, command.Add);
        gate.AddTo(command);
        reporting.AddTo(command);
    }

    /// <summary>The options of the run, with credentials from the process environment and the secrets file.</summary>
    public Attempt<RunOptions> Bind(
        ParseResult parsed,
        ImmutableDictionary<string, string> variables,
        CancellationToken cancellationToken
    )
    {
        var configuration = Configuration(parsed.GetValue(secrets), variables);
        if (!configuration.Succeeded)
        {
            return configuration.Refusal;
        }

        if (parsed.GetValue(openApi) is { } document)
        {
            return FromOpenApi(parsed, document, configuration.Value, cancellationToken);
        }

        var plan = AllureTestPlan.Read(variables);
        if (!plan.Succeeded)
        {
            return plan.Refusal;
        }

        var path = SpecificationArgument.Resolve(parsed.GetValue(specification));
        return path.Succeeded
            ? Bind(parsed, path.Value, configuration.Value) with
            {
                PlannedIds = plan.Value.Ids,
            }
            : path.Refusal;
    }

    private Attempt<RunOptions> FromOpenApi(
        ParseResult parsed,
        string document,
        ImmutableDictionary<string, string> configuration,
        CancellationToken cancellationToken
    )
    {
        if (parsed.GetValue(specification) is { } other)
        {
            return Refusal.Configuration($"Both '{other}' and --openapi are given.", "Name one of them.");
        }

        var read = OpenApiSource.Read(document, cancellationToken);
        return read.Succeeded
            ? Bind(parsed, document, configuration) with
            {
                Loaded = read.Value.Loading,
            }
            : read.Refusal;
    }

    private static Attempt<ImmutableDictionary<string, string>> Configuration(
        string? secretsFile,
        ImmutableDictionary<string, string> variables
    )
    {
        if (secretsFile is null)
        {
            return variables;
        }

        var secrets = SecretsFile.Read(secretsFile);
        return secrets.Succeeded ? variables.SetItems(secrets.Value) : secrets.Refusal;
    }

    private RunOptions Bind(ParseResult parsed, string path, ImmutableDictionary<string, string> configuration) =>
        new()
        {
            Specification = path,
            BaseUrl = parsed.GetValue(baseUrl),
            Environment = parsed.GetValue(environment),
            TokenUrl = parsed.GetValue(tokenUrl),
            ProviderStatesUrl = parsed.GetValue(providerStates),
            TestClockUrl = parsed.GetValue(testClock),
            WebhookListen = parsed.GetValue(webhookListen),
            WebhookUrl = parsed.GetValue(webhookUrl),
            Configuration = configuration,
            Filter = parsed.GetValue(filter),
            Seed = parsed.GetValue(seed) ?? Default.Seed,
            Explore = parsed.GetValue(explore) ?? Default.Explore,
            Shrinks = !parsed.GetValue(noShrink),
            RequestTimeout = parsed.GetValue(timeout) ?? Default.RequestTimeout,
            CaseTimeout = parsed.GetValue(caseTimeout) ?? Default.CaseTimeout,
            RunTimeout = parsed.GetValue(runTimeout) ?? Default.RunTimeout,
            MaxWait = parsed.GetValue(maxWait) ?? Default.MaxWait,
            MaxRequests = parsed.GetValue(maxRequests),
            FailFast = parsed.GetValue(failFast),
            IsStrict = reporting.IsStrict(parsed),
            AllowedInconclusive = reporting.AllowedInconclusive(parsed),
            Retries = parsed.GetValue(retries) ?? Default.Retries,
            Gate = gate.Bind(parsed),
            AllowWrites = parsed.GetValue(allowWrites),
            AllowInsecure = parsed.GetValue(allowInsecure),
            CertificateAuthorityFile = parsed.GetValue(authority),
            Reports = reporting.Reports(parsed),
            OutputFolder = reporting.OutputFolder(parsed),
            RecordFolder = Path.Combine(reporting.OutputFolder(parsed), RunRecord.FolderName),
            Resumes = parsed.GetValue(resume),
        };
}
