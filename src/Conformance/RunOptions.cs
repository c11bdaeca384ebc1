using System.Collections.Immutable;
using Conformance.Reports;
using Conformance.Sharding;
using Conformance.Specification;

namespace Conformance;

/// <summary>What is run against what, and how. Immutable; only the specification is required.</summary>
public sealed record RunOptions
{
    /// <summary>Path of the specification: a YAML file, or a folder of them.</summary>
    public required string Specification { get; init; }

    /// <summary>The specification when it was made from another document, without errors that stop a run; null to read it
    /// from <see cref="Specification"/>, which then only names it.</summary>
    public LoadResult? Loaded { get; init; }

    /// <summary>Where the target answers; null for the embedded one.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Name of the environment the target plays; null to choose by the base URL.</summary>
    public string? Environment { get; init; }

    /// <summary>Token endpoint; null to derive it from environment, specification and base URL.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>Provider-states URL, absolute or relative to the base URL; null to use the environment's.</summary>
    public string? ProviderStatesUrl { get; init; }

    /// <summary>Test-clock URL, absolute or relative to the base URL; null to use the environment's.</summary>
    public string? TestClockUrl { get; init; }

    /// <summary>Address and port on which deliveries of webhooks are listened for; null for a free port of loopback.</summary>
    public string? WebhookListen { get; init; }

    /// <summary>Where the target sends deliveries, a tunnel's address for example; null for the listener's own address.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>Values of placeholders such as <c>CLIENT_ID</c>.</summary>
    public ImmutableDictionary<string, string> Configuration { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Secrets that the run does not use and must not write, by name: the password of a signing key.</summary>
    public ImmutableDictionary<string, string> FurtherSecrets { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>Which cases run, for example <c>kind=idempotency level=must</c>; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Ids of the only cases that run, of those that the filter admits; null for all.</summary>
    public ImmutableHashSet<string>? Only { get; init; }

    /// <summary>Decides all generated data; 1 unless told otherwise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Longest time one request may take; 30 seconds unless told otherwise.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time one case may take, waits included; 5 minutes unless told otherwise.</summary>
    public TimeSpan CaseTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest single wait for the target's clock; 90 seconds unless told otherwise.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Longest time the whole run may take; one hour unless told otherwise.</summary>
    public TimeSpan RunTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Greatest number of requests of the whole run; null for no bound but the planned budget.</summary>
    public int? MaxRequests { get; init; }

    /// <summary>How many random valid payloads, random invalid payloads and random sequences of calls are tried for each
    /// operation or type of resource; 0 for none, as a gate should have it.</summary>
    public int Explore { get; init; }

    /// <summary>Whether smaller payloads and sequences are tried when a generated one fails; costs the target up to 40
    /// further cases for each of the first 8 causes.</summary>
    public bool Shrinks { get; init; } = true;

    /// <summary>How often a failed case is repeated in its place, and how often alone, to see whether it fails every time; 0
    /// unless told otherwise. A flaky case is shown as such, and fails a strict run.</summary>
    public int Retries { get; init; }

    /// <summary>Ids of the cases that a test plan asks for; null for no plan.</summary>
    public ImmutableHashSet<string>? PlannedIds { get; init; }

    /// <summary>Whether no further case starts after the first one that fails.</summary>
    public bool FailFast { get; init; }

    /// <summary>Whether SHOULD requirements, drafts and proposals fail a target instead of warning.</summary>
    public bool IsStrict { get; init; }

    /// <summary>How many inconclusive cases the gate admits; null for any number.</summary>
    public int? AllowedInconclusive { get; init; } = 0;

    /// <summary>What the run must show to end well.</summary>
    public GateOptions Gate { get; init; } = new();

    /// <summary>Whether unsafe methods may be sent to an environment of kind production.</summary>
    public bool AllowWrites { get; init; }

    /// <summary>Whether the run starts although its environment is under maintenance now.</summary>
    public bool DuringMaintenance { get; init; }

    /// <summary>Whether plain HTTP may be used beyond loopback.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>PEM file with certificate authorities that are trusted beside this machine's own; null for none.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Report keys separated by commas, or <c>none</c>.</summary>
    public string Reports { get; init; } = ReportSet.Default;

    /// <summary>Folder the reports are written into.</summary>
    public string OutputFolder { get; init; } = ReportOptions.DefaultFolder;

    /// <summary>Which part of the cases is carried out; null for all of them.</summary>
    public Shard? Shard { get; init; }

    /// <summary>How long cases took before, by id: parts are cut to take about as long as each other. All parts need the
    /// same; empty to estimate it.</summary>
    public ImmutableDictionary<string, TimeSpan> PastDurations { get; init; } =
        ImmutableDictionary<string, TimeSpan>.Empty;

    /// <summary>Whether each part has a target of its own, so that its limits need not be shared; the embedded target
    /// always is one.</summary>
    public bool OwnTargets { get; init; }

    /// <summary>A number that a certifier chose: it is sent with every request as <c>X-Conformance-Nonce</c>, and written
    /// down. Null for none.</summary>
    public string? Nonce { get; init; }

    /// <summary>Folder that the run is written down in while it goes on, so that it can be resumed, merged and judged
    /// again; null for none.</summary>
    public string? RecordFolder { get; init; }

    /// <summary>Whether the run that is written down there goes on: its finished cases are not carried out again. Where
    /// there is none, a run begins.</summary>
    public bool Resumes { get; init; }

    /// <summary>Connects instead of a socket, for example to a test host; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
