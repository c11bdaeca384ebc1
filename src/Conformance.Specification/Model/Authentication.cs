using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>The four kinds of authentication the dialect knows.</summary>
public enum AuthenticationType
{
    /// <summary>OAuth 2.0 client credentials (RFC 6749 section 4.4) with bearer tokens (RFC 6750).</summary>
    OAuth2ClientCredentials,

    /// <summary>A key in a header or query parameter.</summary>
    ApiKey,

    /// <summary>A bearer token, often a JWT, that was issued beforehand.</summary>
    BearerToken,

    /// <summary>A TLS client certificate.</summary>
    MutualTls,
}

/// <summary>How callers authenticate.</summary>
public sealed record Authentication
{
    /// <summary>Kind of authentication.</summary>
    public required Located<AuthenticationType> Type { get; init; }

    /// <summary>The token endpoint; only for OAuth 2.0.</summary>
    public TokenEndpoint? TokenEndpoint { get; init; }

    /// <summary>Header that carries the credential, usually <c>Authorization</c>; null when the credential travels otherwise.</summary>
    public Located<string>? HeaderName { get; init; }

    /// <summary>Value of that header with one placeholder, for example <c>Bearer {access_token}</c> or <c>{API_KEY}</c>.</summary>
    public Located<string>? HeaderTemplate { get; init; }

    /// <summary>Query parameter that carries an API key; null when it travels in a header.</summary>
    public Located<string>? QueryParameter { get; init; }

    /// <summary>Early refresh and retries of token requests.</summary>
    public TokenRefresh? Refresh { get; init; }

    /// <summary>All scopes with their descriptions, in document order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Scopes { get; init; } = [];

    /// <summary>Environment variables that name the client certificate (PEM or PFX), its key and its password, for mTLS.</summary>
    public ClientCertificateSource? ClientCertificate { get; init; }

    /// <summary>What is said of tokens that are JWTs; null when tokens are opaque.</summary>
    public JwtRules? Jwt { get; init; }

    /// <summary>How credentials are obtained, stored and rotated; prose.</summary>
    public Located<string>? CredentialManagement { get; init; }

    /// <summary>The prose security requirements.</summary>
    public ImmutableArray<Located<string>> SecurityRequirements { get; init; } = [];

    /// <summary>Where the section stands.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>The OAuth 2.0 token endpoint.</summary>
/// <param name="Url">Absolute URL, or a path that is resolved against the target.</param>
/// <param name="Method">HTTP method, POST by RFC 6749 section 3.2.</param>
/// <param name="ContentType">Media type of the request.</param>
/// <param name="Parameters">Form parameters in order; values may be placeholders such as <c>{CLIENT_ID}</c>.</param>
/// <param name="ClientAuthentication">Where id and secret travel: <c>body</c> or <c>basic</c>.</param>
/// <param name="Response">What a token response must be.</param>
/// <param name="ExpiresIn">Declared lifetime of a token; null when undeclared.</param>
/// <param name="Location">Where the endpoint stands.</param>
public sealed record TokenEndpoint(
    Located<string> Url,
    Located<string> Method,
    Located<string> ContentType,
    ImmutableArray<KeyValuePair<string, Located<string>>> Parameters,
    string ClientAuthentication,
    SchemaNode Response,
    Located<TimeSpan>? ExpiresIn,
    SourceLocation Location
);

/// <summary>Early refresh and retries of token requests.</summary>
/// <param name="Automatic">Whether clients refresh by themselves.</param>
/// <param name="Threshold">How long before expiry a new token is requested.</param>
/// <param name="RetryAttempts">How often a failed token request is repeated.</param>
/// <param name="RetryDelay">Pause between repetitions.</param>
/// <param name="Location">Where the rules stand.</param>
public sealed record TokenRefresh(
    bool Automatic,
    Located<TimeSpan>? Threshold,
    Located<int>? RetryAttempts,
    Located<TimeSpan>? RetryDelay,
    SourceLocation Location
)
{
    /// <summary>Whether <see cref="RetryAttempts"/> includes the first request; null when undecided.</summary>
    public bool? FirstAttemptCounts { get; init; }
}

/// <summary>Names of the environment variables that lead to a client certificate.</summary>
/// <param name="CertificatePath">Variable with the path of a PEM or PFX file.</param>
/// <param name="KeyPath">Variable with the path of the PEM key; null for PFX.</param>
/// <param name="Password">Variable with the password; null when there is none.</param>
public sealed record ClientCertificateSource(string CertificatePath, string? KeyPath, string? Password);
