namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>authentication</c>: credentials are placeholders, filled from the environment.</summary>
internal static class AuthenticationSection
{
    private const string Rules = """
          credential_management: "One credential for each client and environment, issued on request, rotated every 90 days."
          security_requirements:
            - "Keep credentials in a vault, never in code"
            - "Use HTTPS for all requests"
        """;

    public static string Write(Beginning b) =>
        b.Authentication switch
        {
            BeginningAuthentication.OAuth2 => $$"""
                authentication:
                  type: "OAuth 2.0"
                  flow: "Client Credentials"
                  endpoints:
                    token:
                      url: "{{b.ProductionUrl}}/oauth/token"
                      method: POST
                      content_type: "application/x-www-form-urlencoded"
                      request:
                        grant_type: "client_credentials"
                        client_id: "{CLIENT_ID}"
                        client_secret: "{CLIENT_SECRET}"
                        scope: "read write"
                      response:
                        access_token: "string"
                        token_type: "Bearer"
                        expires_in: 3600
                        scope: "read write"
                  client_authentication: basic
                  scopes:
                    read: "Read and list {{b.Resource.PluralWords}}"
                    write: "Create and delete {{b.Resource.PluralWords}}"
                  usage:
                    header: "Authorization: Bearer {access_token}"
                  token_refresh:
                    automatic: true
                    threshold_seconds: 300
                    retry_attempts: 3
                    first_attempt_counts: true
                    retry_delay_seconds: 5
                {{Rules}}
                """,
            BeginningAuthentication.ApiKey => $$"""
                authentication:
                  type: "API Key"
                  api_key:
                    header: "X-API-Key"
                    value: "{API_KEY}"
                {{Rules}}
                """,
            BeginningAuthentication.Jwt => $$"""
                authentication:
                  type: "JWT"
                  usage:
                    header: "Authorization: Bearer {ACCESS_TOKEN}"
                {{Rules}}
                """,
            _ => "",
        };
}
