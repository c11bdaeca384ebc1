using System.Collections.Immutable;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Expectations;

/// <summary>
/// The credential is taken: the answer is neither 401 nor 403. What else may be wrong with the request is another
/// matter.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record CredentialIsTaken(Requirement Requirement) : ExchangeExpectation(Requirement);

/// <summary>The <c>Bearer</c> challenge of a refusal tells the reason, or none (RFC 6750 section 3.1). A refusal without such a challenge has nothing to show.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Error">The <c>error</c> it names, for example <c>invalid_token</c>; null when it names none.</param>
public sealed record ChallengeSays(Requirement Requirement, string? Error) : ExchangeExpectation(Requirement);

/// <summary>
/// A token response names the granted scope, and it is the one that was asked for; the order of its names is free. Left
/// out it means the same (RFC 6749 section 5.1).
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Asked">The scopes that were asked for.</param>
public sealed record GrantedScopeIs(Requirement Requirement, ImmutableArray<string> Asked)
    : ExchangeExpectation(Requirement);

/// <summary>
/// A token request with a scope that does not exist is refused with <c>invalid_scope</c>, or granted without it, and then
/// the response says what was granted (RFC 6749 section 3.3).
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Unknown">The scope that does not exist.</param>
/// <param name="Codes">Error codes that a refusal may have.</param>
public sealed record UnknownScopeIsNotGranted(Requirement Requirement, string Unknown, ImmutableArray<string> Codes)
    : ExchangeExpectation(Requirement);

/// <summary>
/// New tokens live as long as the specification says. A server that hands out the same token again says what is left of
/// its time, so two requests are looked at.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="First">Name of the step that fetched a token.</param>
/// <param name="Second">Name of the step that fetched one after it.</param>
/// <param name="Lifetime">The declared lifetime.</param>
public sealed record TokenLifetimeIs(Requirement Requirement, string First, string Second, TimeSpan Lifetime)
    : CaseExpectation(Requirement);
