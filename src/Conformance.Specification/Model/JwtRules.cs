using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>What is said of tokens that are JWTs (RFC 7519).</summary>
/// <param name="Location">Where the rules stand.</param>
public sealed record JwtRules(SourceLocation Location)
{
    /// <summary>The <c>aud</c> that names this API; null when undeclared.</summary>
    public Located<string>? Audience { get; init; }

    /// <summary>The <c>iss</c> of whoever issues the tokens; null when undeclared.</summary>
    public Located<string>? Issuer { get; init; }

    /// <summary>The algorithms that tokens may be signed by, for example <c>ES256</c>; empty when undeclared.</summary>
    public ImmutableArray<Located<string>> Algorithms { get; init; } = [];

    /// <summary>An issuer whose key a run may hold, so that it can make tokens with one thing wrong; null when there is none.</summary>
    public JwtTestIssuer? TestIssuer { get; init; }
}

/// <summary>An issuer that the target trusts and whose key a run may hold.</summary>
/// <param name="KeyVariable">
/// Environment variable with its private key: PEM, base64 of PKCS#8, or the path of a PEM file; for HS256 the secret.
/// </param>
/// <param name="Algorithm">The algorithm it signs by: <c>ES256</c>, <c>RS256</c> or <c>HS256</c>.</param>
/// <param name="KeyId">The <c>kid</c> of the key; null for none.</param>
public sealed record JwtTestIssuer(string KeyVariable, string Algorithm, string? KeyId);
