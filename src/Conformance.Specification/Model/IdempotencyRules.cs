using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>What repeated requests with the same key mean (STANDARDS B.3). Unset parts are undecided by the specification.</summary>
public sealed record IdempotencyRules
{
    /// <summary>Header that carries the key.</summary>
    public required Located<string> Header { get; init; }

    /// <summary>Whether a request without a key is refused.</summary>
    public bool Required { get; init; }

    /// <summary>Least key length in characters.</summary>
    public int? MinLength { get; init; }

    /// <summary>Greatest key length in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What a key is unique within, for example <c>client_id, method, path</c>; empty when undecided.</summary>
    public ImmutableArray<string> Scope { get; init; } = [];

    /// <summary>How long a key is remembered; null when undecided.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>Whether payloads are compared as JSON (<c>json</c>) or as bytes (<c>raw</c>); null when undecided.</summary>
    public string? Canonicalization { get; init; }

    /// <summary>Same key, same payload.</summary>
    public IdempotencyOutcome? OnReplay { get; init; }

    /// <summary>Same key, different payload.</summary>
    public IdempotencyOutcome? OnMismatch { get; init; }

    /// <summary>Same key while the first request is still being processed.</summary>
    public IdempotencyOutcome? OnInFlight { get; init; }

    /// <summary>Whether errors found before execution occupy the key (<c>stored</c> or <c>not_stored</c>); null when undecided.</summary>
    public string? ErrorsBeforeExecution { get; init; }

    /// <summary>Whether business errors (402, 409) occupy the key; null when undecided.</summary>
    public string? BusinessErrors { get; init; }

    /// <summary>Whether server errors occupy the key; null when undecided.</summary>
    public string? ServerErrors { get; init; }

    /// <summary>Where the rules stand.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>The declared answer to a repeated key.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ErrorCode">Error code, for refusals.</param>
/// <param name="MatchFields">Fields that equal those of the first response.</param>
/// <param name="BodyFields">Fields the body must have.</param>
/// <param name="MarkerHeader">Header that marks a replay, if one is declared.</param>
/// <param name="RetryAfter">Whether <c>Retry-After</c> must be present.</param>
/// <param name="Location">Where the outcome stands.</param>
public sealed record IdempotencyOutcome(
    Located<int> Status,
    Located<string>? ErrorCode,
    ImmutableArray<string> MatchFields,
    ImmutableArray<string> BodyFields,
    string? MarkerHeader,
    bool RetryAfter,
    SourceLocation Location
)
{
    /// <summary><c>original</c> when a replay repeats the first answer to the letter, <c>current</c> when it shows the
    /// resource as it is now; null when undecided.</summary>
    public string? Body { get; init; }
}
