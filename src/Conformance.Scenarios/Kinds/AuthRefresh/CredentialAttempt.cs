using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>A request with a credential that is not worth its name.</summary>
/// <param name="Situation">Last part of the case's id.</param>
/// <param name="Words">What the request has, in words.</param>
/// <param name="Use">How the credential is used.</param>
internal sealed record CredentialAttempt(string Situation, string Words, CredentialUse Use)
{
    private const string Nonsense = "made-up-credential";

    /// <summary>Whether it is tried on every operation, because servers guard operations one by one; otherwise on one that reads and one that writes.</summary>
    public bool IsForAll { get; init; }

    /// <summary>Statuses that are as good as 401: a malformed request may be called one (RFC 6750 section 3.1).</summary>
    public ImmutableArray<int> Tolerated { get; init; } = [];

    /// <summary>The <c>error</c> that a <c>Bearer</c> challenge should name; empty for none, null when nothing is said.</summary>
    public string? Error { get; init; }

    /// <summary>Whether it is about a TLS client certificate.</summary>
    public bool IsCertificate { get; init; }

    /// <summary>Whether a standard recommends the refusal and nobody demands it.</summary>
    public bool IsRecommended { get; init; }

    /// <summary>All attempts on an API with this authentication.</summary>
    public static IEnumerable<CredentialAttempt> Of(Authentication authentication)
    {
        yield return new("no-credential", "no credential", new CredentialUse.Anonymous())
        {
            IsForAll = true,
            Error = "",
        };
        var attempts =
            authentication.Type.Value is AuthenticationType.MutualTls
                ? Certificates()
                : MadeUp()
                    .Concat(authentication.HeaderName is null ? [] : InTheHeader(authentication))
                    .Concat(authentication.QueryParameter is null ? Elsewhere(authentication) : []);
        foreach (var attempt in attempts)
        {
            yield return attempt;
        }
    }

    // A refused handshake is a refusal too; which of the two a target chooses is its own affair.
    private static IEnumerable<CredentialAttempt> Certificates()
    {
        yield return new("foreign-certificate", "a certificate of nobody", new CredentialUse.Literal("foreign"))
        {
            IsForAll = true,
            IsCertificate = true,
            Tolerated = [403],
        };
        yield return new(
            "imitated-certificate",
            "a certificate that bears the names of the valid one",
            new CredentialUse.Tampered(CredentialChange.LookAlike)
        )
        {
            IsCertificate = true,
            Tolerated = [403],
        };
    }

    private static IEnumerable<CredentialAttempt> MadeUp()
    {
        yield return new("unknown-credential", "a made-up credential", new CredentialUse.Literal(Nonsense))
        {
            IsForAll = true,
            Error = "invalid_token",
        };
        yield return Changed("tampered-credential", "a credential whose end was changed", default) with
        {
            IsForAll = true,
        };
        yield return Changed(
            "look-alike-credential",
            "a credential that is built like the valid one",
            CredentialChange.LookAlike
        );
        yield return Changed(
            "tampered-beginning",
            "a credential whose beginning was changed",
            CredentialChange.FirstCharacter
        );
        yield return Changed(
            "tampered-middle",
            "a credential that was changed in its middle",
            CredentialChange.MiddleCharacter
        );
        yield return Changed("cut-credential", "a credential that was cut short", CredentialChange.CutShort);
        yield return Changed("extended-credential", "a credential with one character more", CredentialChange.Extended);
        yield return Changed(
            "credential-in-other-case",
            "a credential whose letters are in the other case",
            CredentialChange.LetterCase
        );
    }

    private static IEnumerable<CredentialAttempt> InTheHeader(Authentication authentication)
    {
        yield return new("empty-credential", "an empty credential", new CredentialUse.Literal(""))
        {
            Tolerated = [400],
        };
        var scheme = SchemeOf(authentication);
        if (scheme is not null)
        {
            yield return new("other-scheme", "the token under the scheme Basic", new CredentialUse.OtherScheme("Basic"))
            {
                IsForAll = true,
                Tolerated = [400],
            };
            yield return new("no-scheme", "the token without a scheme", new CredentialUse.OtherScheme(""))
            {
                Tolerated = [400],
            };
            yield return new("scheme-alone", "a scheme without a token", new CredentialUse.WholeHeader(scheme))
            {
                Tolerated = [400],
            };
        }

        yield return new("two-credentials", "two credentials at once", new CredentialUse.Accompanied(Nonsense))
        {
            Tolerated = [400],
            IsRecommended = true,
        };
    }

    // The credential travels where the specification says; in a URL or a body it is none.
    private static IEnumerable<CredentialAttempt> Elsewhere(Authentication authentication)
    {
        var isKey = authentication.Type.Value is AuthenticationType.ApiKey;
        ImmutableArray<string> parameters = isKey
            ? ["api_key", "apikey", "key", authentication.HeaderName?.Value ?? "X-Api-Key"]
            : ["access_token", "token"];
        yield return new(
            "credential-in-query",
            $"the credential in query parameters only ({string.Join(", ", parameters)})",
            new CredentialUse.InQuery(parameters)
        )
        {
            IsForAll = true,
            Tolerated = [400],
        };
        yield return isKey
            ? new(
                "credential-in-other-header",
                "the key as a Bearer token",
                new CredentialUse.OtherHeader("Authorization", "Bearer")
            )
            {
                Tolerated = [400],
            }
            : new("credential-in-body", "the token in the body only", new CredentialUse.InBody("access_token"))
            {
                Tolerated = [400, 415],
            };
    }

    private static CredentialAttempt Changed(string situation, string words, CredentialChange change) =>
        new(situation, words, new CredentialUse.Tampered(change)) { Error = "invalid_token" };

    /// <summary>The scheme before the credential, for example <c>Bearer</c>; null when there is none.</summary>
    public static string? SchemeOf(Authentication authentication) =>
        authentication.HeaderTemplate?.Value is { } template
        && template.IndexOf(' ', StringComparison.Ordinal) is var end and > 0
        && !template[..end].Contains('{', StringComparison.Ordinal)
            ? template[..end]
            : null;
}
