using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Expectations;

/// <summary>The limit was met inside its bounds: not before <paramref name="NotBefore"/> requests, and not later than the step's bound.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that used up the limit.</param>
/// <param name="NotBefore">Number of requests that must be served in a window.</param>
/// <param name="NotAfter">Number of requests after which a refusal must have come.</param>
public sealed record LimitIsEnforced(Requirement Requirement, string Step, int NotBefore, int NotAfter)
    : CaseExpectation(Requirement)
{
    /// <summary>
    /// Whether the step's requests are turned down for another reason, so that a target may leave them uncounted. Then a
    /// limit that is not met is one that is broken only where the target's own headers count them.
    /// </summary>
    public bool MayLeaveUncounted { get; init; }
}

/// <summary>More requests than the limit were served for a while, as the burst allowance says (STANDARDS C.2).</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that used up the limit.</param>
/// <param name="Limit">Number of requests without the burst.</param>
public sealed record BurstIsGranted(Requirement Requirement, string Step, int Limit) : CaseExpectation(Requirement);

/// <summary>Limit, Remaining and Reset are coherent over the exchanges of a step or of several (STANDARDS RTL-08 to RTL-12).</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Steps">Names of the steps, in order.</param>
public sealed record RateLimitHeadersAreCoherent(
    Requirement Requirement,
    System.Collections.Immutable.ImmutableArray<string> Steps
) : CaseExpectation(Requirement)
{
    /// <summary>Whether nothing is sent between the steps that the limit could count.</summary>
    public bool IsUninterrupted { get; init; }
}

/// <summary><c>Retry-After</c> of a refusal is no longer than the window whose end it waits for.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Limit">The limit that was exceeded.</param>
public sealed record RetryAfterIsWithinWindow(Requirement Requirement, RateLimit Limit)
    : ExchangeExpectation(Requirement);

/// <summary>
/// A request that came well before the end that an earlier refusal told is refused too. Where it came later than that,
/// nothing is said.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Refusal">Name of the step whose last response was the refusal.</param>
/// <param name="Step">Name of the step that came too early.</param>
public sealed record IsStillRefused(Requirement Requirement, string Refusal, string Step) : CaseExpectation(Requirement)
{
    /// <summary>Whether the case is about nothing else, and so is inconclusive where nothing can be said.</summary>
    public bool IsEssential { get; init; }
}

/// <summary>A request that was refused for a limit was not carried out: sent again with the same key, it is the first one.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Refused">Name of the step that was refused.</param>
/// <param name="Again">Name of the step that sent the request again.</param>
/// <param name="Status">Status of a first request.</param>
public sealed record RefusalLeftKeyFree(Requirement Requirement, string Refused, string Again, int Status)
    : CaseExpectation(Requirement);

/// <summary>A list shows nothing after a refused request that it did not show before.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Before">Name of the step that listed before.</param>
/// <param name="Refused">Name of the step that was refused.</param>
/// <param name="After">Name of the step that listed after.</param>
/// <param name="Collection">Field of the list's body that holds the elements; null when the body is the array itself.</param>
/// <param name="Identifier">Field of an element that identifies it.</param>
public sealed record ListIsAsBefore(
    Requirement Requirement,
    string Before,
    string Refused,
    string After,
    string? Collection,
    string Identifier
) : CaseExpectation(Requirement);

/// <summary>In the window after a refusal as many requests are served as the limit allows.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Again">Name of the step with the first request of the window; null when the other step has all of them.</param>
/// <param name="Step">Name of the step with the rest.</param>
/// <param name="Served">How many must be served, the first one included.</param>
public sealed record QuotaIsBack(Requirement Requirement, string? Again, string Step, int Served)
    : CaseExpectation(Requirement);
