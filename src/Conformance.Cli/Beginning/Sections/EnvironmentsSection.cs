namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>environments</c>.</summary>
internal static class EnvironmentsSection
{
    public static string Write(Beginning b) =>
        $$"""
            environments:
              sandbox:
                base_url: {{SpecificationDraft.Quoted(b.SandboxUrl)}}
            {{Token(b, b.SandboxUrl)}}    purpose: "Development and testing"
            {{SpecificationDraft.If(
                b.IsLimited,
                "    rate_limits: \"Same as production\""
            )}}    data: "Test data, kept for 30 days"
                credentials: "{{Credentials(b, "Sandbox")}}"
                provider_states: { url: "/provider-states" }
              production:
                base_url: {{SpecificationDraft.Quoted(b.ProductionUrl)}}
            {{Token(b, b.ProductionUrl)}}    purpose: "Live traffic"
                data: "Live data"
                credentials: "{{Credentials(b, "Production")}}"
                sla:
                  uptime: "99.5%"
                  response_time_p95: "<500ms"
                  measurement: "All requests of a calendar month, at the provider's gateway"
                  client_timeout: "10 seconds"
            """;

    private static string Token(Beginning b, string url) =>
        SpecificationDraft.If(
            b.Authentication == BeginningAuthentication.OAuth2,
            $"    token_url: {SpecificationDraft.Quoted($"{url}/oauth/token")}"
        );

    private static string Credentials(Beginning b, string which) =>
        b.IsProtected ? $"{which} credentials, issued on request" : "None are needed";
}
