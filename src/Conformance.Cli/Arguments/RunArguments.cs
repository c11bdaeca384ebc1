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
    private readonly Option<string?> security = OptionOf.Text(
        "--security",
        "NAME",
        "With --openapi: the security scheme to use, where there are several (the one that opens most operations)"
    );
    private readonly TargetArguments target = new(
        "Where the target answers. Left out: the built-in simulator is started on a free loopback port"
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
    private readonly Option<TimeSpan?> timeout = OptionOf.Duration(
        "--timeout",
        "Longest time one request may take (30s)"
    );
    private readonly Option<TimeSpan?> caseTimeout = OptionOf.Duration(
        "--case-timeout",
        "Longest time one case may take, waits included (5m)"
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
    public int Workers(ParseResult parsed) => target.Workers(parsed);

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
            security,
            filter,
            seed,
            explore,
            noShrink,
            timeout,
            caseTimeout,
            maxRequests,
            failFast,
            retries,
            resume,
            noColour,
        ];
        target.AddTo(command);
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
        var configuration = target.Configuration(parsed, variables);
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

        var read = OpenApiSource.Read(document, parsed.GetValue(security), cancellationToken);
        return read.Succeeded
            ? Bind(parsed, document, configuration) with
            {
                Loaded = read.Value.Loading,
            }
            : read.Refusal;
    }

    private RunOptions Bind(ParseResult parsed, string path, ImmutableDictionary<string, string> configuration) =>
        target.Of(parsed, path, configuration) with
        {
            Filter = parsed.GetValue(filter),
            Seed = parsed.GetValue(seed) ?? Default.Seed,
            Explore = parsed.GetValue(explore) ?? Default.Explore,
            Shrinks = !parsed.GetValue(noShrink),
            RequestTimeout = parsed.GetValue(timeout) ?? Default.RequestTimeout,
            CaseTimeout = parsed.GetValue(caseTimeout) ?? Default.CaseTimeout,
            MaxRequests = parsed.GetValue(maxRequests),
            FailFast = parsed.GetValue(failFast),
            IsStrict = reporting.IsStrict(parsed),
            AllowedInconclusive = reporting.AllowedInconclusive(parsed),
            Retries = parsed.GetValue(retries) ?? Default.Retries,
            Gate = gate.Bind(parsed),
            Reports = reporting.Reports(parsed),
            OutputFolder = reporting.OutputFolder(parsed),
            RecordFolder = Path.Combine(reporting.OutputFolder(parsed), RunRecord.FolderName),
            Resumes = parsed.GetValue(resume),
        };
}
