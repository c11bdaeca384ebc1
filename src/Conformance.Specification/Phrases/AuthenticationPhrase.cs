using Conformance.Specification.Model;

namespace Conformance.Specification.Phrases;

/// <summary>Kinds of authentication by the names people use.</summary>
internal static class AuthenticationPhrase
{
    public const string Accepted = "'OAuth 2.0', 'API Key', 'JWT', 'Bearer Token', 'mTLS'";

    public static PhraseResult<AuthenticationType> Parse(string text)
    {
        var bare = new string([.. text.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return bare switch
        {
            _ when bare.Contains("OAUTH", StringComparison.Ordinal) => Of(AuthenticationType.OAuth2ClientCredentials),
            _ when bare.Contains("APIKEY", StringComparison.Ordinal) => Of(AuthenticationType.ApiKey),
            _ when bare.Contains("MTLS", StringComparison.Ordinal)
                    || bare.Contains("MUTUALTLS", StringComparison.Ordinal) => Of(AuthenticationType.MutualTls),
            _ when bare.Contains("JWT", StringComparison.Ordinal)
                    || bare.Contains("BEARER", StringComparison.Ordinal) => Of(AuthenticationType.BearerToken),
            _ => PhraseResult<AuthenticationType>.NotUnderstood(Accepted),
        };
    }

    private static PhraseResult<AuthenticationType> Of(AuthenticationType type) =>
        PhraseResult<AuthenticationType>.Of(type);
}
