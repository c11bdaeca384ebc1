using Conformance.Tests.Specification;

namespace Conformance.Tests.Secrets;

/// <summary>The doors contract, guarded in every way that has a secret.</summary>
internal static class CanaryContracts
{
    private static readonly Dictionary<string, string> Heads = new()
    {
        ["oauth"] = Token(
            "grant_type: client_credentials, client_id: \"{CLIENT_ID}\", client_secret: \"{CLIENT_SECRET}\""
        ),
        ["basic"] =
            Token("grant_type: client_credentials, client_id: \"{CLIENT_ID}\", client_secret: \"{CLIENT_SECRET}\"")
            + "\n  client_authentication: basic",
        ["password"] = Token(
            "grant_type: password, client_id: \"{CLIENT_ID}\", username: \"{USER_NAME}\", password: \"{USER_PASSWORD}\""
        ),
        ["api-key"] = """
            authentication:
              type: "API Key"
              api_key: { header: X-Api-Key, value: "{API_KEY}" }
            """,
        ["api-key-in-query"] = """
            authentication:
              type: "API Key"
              api_key: { query: key, value: "{API_KEY}" }
            """,
        ["jwt"] = """
            authentication:
              type: JWT
              usage: { header: "Authorization: Bearer {ACCESS_TOKEN}" }
              jwt:
                audience: "https://doors.example"
                issuer: "https://issuer.example"
                algorithms: [ES256]
                test_issuer: { key: "{TEST_ISSUER_KEY}", algorithm: ES256 }
            """,
        ["mtls"] = """
            authentication:
              type: mTLS
              client_certificate: { certificate: "{CLIENT_CERTIFICATE}", password: "{CLIENT_CERT_WORD}" }
            """,
        ["mtls-broken"] = """
            authentication:
              type: mTLS
              client_certificate: { certificate: "{BROKEN_PEM}", key: "{BROKEN_PEM}" }
            """,
    };

    public static IEnumerable<string> Names => Heads.Keys;

    /// <summary>Those that get a token first.</summary>
    public static IEnumerable<string> WithTokens => ["oauth", "basic", "password"];

    /// <summary>Writes the contract that is guarded so.</summary>
    public static string Write(string folder, string name)
    {
        var doors = File.ReadAllText(
            Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Run", "Access", "jwt.yaml")
        );
        var path = Path.Combine(folder, $"{name}.yaml");
        File.WriteAllText(
            path,
            $"info: {{ title: \"Doors API\", version: \"1.0.0\" }}\n{Heads[name]}\n"
                + doors[doors.IndexOf("\nendpoints:", StringComparison.Ordinal)..]
        );
        return path;
    }

    private static string Token(string request) =>
        $$"""
            authentication:
              type: "OAuth 2.0"
              endpoints:
                token:
                  url: "/token"
                  method: "POST"
                  content_type: "application/x-www-form-urlencoded"
                  request: { {{request}} }
                  response: { access_token: "string", refresh_token: "string", token_type: "Bearer", expires_in: 600 }
            """;
}
