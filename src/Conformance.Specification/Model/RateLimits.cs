using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>The published limits.</summary>
public sealed record RateLimits
{
    /// <summary>Limits of every operation that has none of its own.</summary>
    public ImmutableArray<RateLimit> Default { get; init; } = [];

    /// <summary>What may exceed a limit for a while; null when nothing may.</summary>
    public BurstAllowance? Burst { get; init; }

    /// <summary>Limits of single operations; also resolved onto <see cref="Endpoint.RateLimits"/>.</summary>
    public ImmutableArray<EndpointRateLimit> PerEndpoint { get; init; } = [];

    /// <summary>The headers that tell a client where it stands; null when none are declared.</summary>
    public RateLimitHeaders? Headers { get; init; }

    /// <summary>The answer to a request over the limit; null when undeclared.</summary>
    public ResponseDefinition? ExceededResponse { get; init; }

    /// <summary>Field of the exceeded response's body that repeats <c>Retry-After</c>, for example <c>retry_after</c>.</summary>
    public string? RetryAfterField { get; init; }

    /// <summary><c>fixed_window</c>, <c>sliding_window</c> or <c>token_bucket</c>; null when undecided.</summary>
    public Located<string>? Algorithm { get; init; }

    /// <summary>What a limit is counted per, for example <c>client_id</c>; null when undecided.</summary>
    public Located<string>? Partition { get; init; }

    /// <summary>The prose best practices.</summary>
    public ImmutableArray<Located<string>> BestPractices { get; init; } = [];

    /// <summary>Where the section stands.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>So many requests in such a time.</summary>
/// <param name="Requests">Number of requests.</param>
/// <param name="Window">Length of the window.</param>
/// <param name="Location">Where the limit stands.</param>
public sealed record RateLimit(int Requests, TimeSpan Window, SourceLocation Location);

/// <summary>The limit of one operation.</summary>
/// <param name="Path">Path template.</param>
/// <param name="Method">HTTP method; null when the limit holds for every method on the path.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Reason">Why it differs, as written.</param>
public sealed record EndpointRateLimit(
    Located<string> Path,
    Located<string>? Method,
    RateLimit Limit,
    Located<string>? Reason
);

/// <summary>What may exceed a limit for a while (STANDARDS C.2).</summary>
/// <param name="Factor">Multiple of the limit, 1.5 for 150 %.</param>
/// <param name="Duration">How long.</param>
/// <param name="Location">Where it stands.</param>
public sealed record BurstAllowance(decimal Factor, TimeSpan Duration, SourceLocation Location);

/// <summary>Names of the rate-limit headers; null when a part has no header.</summary>
/// <param name="Limit">Requests allowed per window.</param>
/// <param name="Remaining">Requests left in the window.</param>
/// <param name="Reset">When the window ends.</param>
/// <param name="RetryAfter">How long to wait after a refusal.</param>
/// <param name="Location">Where the headers stand.</param>
public sealed record RateLimitHeaders(
    Located<string>? Limit,
    Located<string>? Remaining,
    Located<string>? Reset,
    Located<string>? RetryAfter,
    SourceLocation Location
)
{
    /// <summary>What the reset header says, as written: <c>Unix timestamp when window resets</c>. Null when nothing is said.</summary>
    public Located<string>? ResetText { get; init; }
}
