using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>What RFC 6750 section 3.1 recommends a <c>Bearer</c> challenge to say.</summary>
internal static class BearerChallenge
{
    /// <summary>Whether the API speaks of bearer tokens.</summary>
    public static bool IsUsed(Authentication authentication) =>
        string.Equals(CredentialAttempt.SchemeOf(authentication), "Bearer", StringComparison.OrdinalIgnoreCase);

    /// <summary>A request without credentials is told nothing more.</summary>
    public static ChallengeSays WithoutError(Authentication authentication) =>
        new(
            Sentences.Recommended(
                RequirementIds.Section("authentication", "challenge", "no_error"),
                "The target SHOULD NOT name an error in the challenge to a request without credentials.",
                authentication.Location,
                "RFC 6750 section 3.1",
                "BRR-03"
            ),
            null
        );

    /// <summary>A refused credential is told why.</summary>
    public static ChallengeSays Naming(Authentication authentication, string error) =>
        new(
            Sentences.Recommended(
                RequirementIds.Section("authentication", "challenge", error),
                error == "insufficient_scope"
                    ? "The target SHOULD name error=\"insufficient_scope\" in the challenge to a token that lacks a scope."
                    : $"The target SHOULD name error=\"{error}\" in the challenge to a token that it refuses.",
                authentication.Location,
                "RFC 6750 section 3.1",
                error == "insufficient_scope" ? "BRR-05" : "BRR-04"
            ),
            error
        );
}
