using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Model;

/// <summary>What an environment is for; decides what a run may do to it.</summary>
public enum EnvironmentKind
{
    /// <summary>Test data; anything goes.</summary>
    Sandbox,

    /// <summary>Pre-production; writes are fine.</summary>
    Staging,

    /// <summary>Live: read-only unless the user insists.</summary>
    Production,
}

/// <summary>One environment of the provider.</summary>
public sealed record TargetEnvironment
{
    /// <summary>Its key under <c>environments</c>.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What it is for: declared, or read from the name.</summary>
    public required EnvironmentKind Kind { get; init; }

    /// <summary>Where it answers.</summary>
    public Located<string>? BaseUrl { get; init; }

    /// <summary>The token endpoint of this environment, when it is not on <see cref="BaseUrl"/>'s host under the declared path.</summary>
    public Located<string>? TokenUrl { get; init; }

    /// <summary>Purpose, as written.</summary>
    public Located<string>? Purpose { get; init; }

    /// <summary>Multiple of the published limits: 10 for "10x production limits", 1 for "Same as production".</summary>
    public Located<decimal>? RateLimitFactor { get; init; }

    /// <summary>Data policy, as written.</summary>
    public Located<string>? Data { get; init; }

    /// <summary>Credential policy, as written.</summary>
    public Located<string>? Credentials { get; init; }

    /// <summary>Service levels; null when undeclared.</summary>
    public ServiceLevel? Sla { get; init; }

    /// <summary>Weekly maintenance; null when undeclared.</summary>
    public MaintenanceWindow? MaintenanceWindow { get; init; }

    /// <summary>Whom to ask.</summary>
    public Located<string>? Support { get; init; }

    /// <summary>URL that puts the target into a state, by the body that Pact's verifiers send; relative to the base URL.</summary>
    public Located<string>? ProviderStatesUrl { get; init; }

    /// <summary>Well-known data of this environment: state name to the request fields (dotted paths) it sets.</summary>
    public ImmutableArray<StateFixture> Fixtures { get; init; } = [];

    /// <summary>URL of the target's test clock (POST <c>{"advance_seconds": n}</c>); null when its time cannot be moved.</summary>
    public Located<string>? TestClockUrl { get; init; }

    /// <summary>How much faster than ours the target's clock runs; 1 when undeclared.</summary>
    public decimal TimeScale { get; init; } = 1;

    /// <summary>How the provider learns where webhooks go in this environment; null when undeclared.</summary>
    public WebhookRegistration? Webhooks { get; init; }

    /// <summary>Where the environment stands.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>Well-known data that stands for a provider state.</summary>
/// <param name="State">The state's name: the setup phrase or precondition.</param>
/// <param name="Values">Request fields by dotted path, with the values to send.</param>
public sealed record StateFixture(Located<string> State, ImmutableArray<KeyValuePair<string, JsonElement>> Values);

/// <summary>Service levels.</summary>
/// <param name="UptimePercent">For example 99.9.</param>
/// <param name="ResponseTimes">Percentile (95 for p95) and the time it must stay under.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ServiceLevel(
    Located<decimal>? UptimePercent,
    ImmutableArray<KeyValuePair<int, Located<TimeSpan>>> ResponseTimes,
    SourceLocation Location
)
{
    /// <summary>Whether maintenance does not count as downtime; null when undecided.</summary>
    public bool? MaintenanceExcluded { get; init; }

    /// <summary>What is measured, where, and over which time, as written; null when undeclared.</summary>
    public Located<string>? Measurement { get; init; }

    /// <summary>After which time clients give up; null when undeclared.</summary>
    public Located<TimeSpan>? ClientTimeout { get; init; }
}

/// <summary>A weekly maintenance window in UTC.</summary>
/// <param name="Day">Day of the week it starts on.</param>
/// <param name="From">Start.</param>
/// <param name="To">End; on the following day when not after <paramref name="From"/>.</param>
/// <param name="Location">Where it stands.</param>
public sealed record MaintenanceWindow(DayOfWeek Day, TimeOnly From, TimeOnly To, SourceLocation Location);
