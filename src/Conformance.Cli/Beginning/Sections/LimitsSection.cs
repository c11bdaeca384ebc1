namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>rate_limits</c>.</summary>
internal static class LimitsSection
{
    public static string Write(Beginning b) =>
        b.IsLimited
            ? $$"""
                rate_limits:
                  default:
                    requests_per_minute: {{b.RequestsPerMinute}}
                  algorithm: fixed_window
                  partition: {{Partition(b)}}
                  headers:
                    X-RateLimit-Limit: "Requests allowed per window"
                    X-RateLimit-Remaining: "Requests remaining"
                    X-RateLimit-Reset: "Unix timestamp when window resets"
                  exceeded_response:
                    status: 429
                    body:
                      error_code: RATE_LIMIT_EXCEEDED
                      message: "Too many requests"
                      request_id: "7c9e6679"
                      timestamp: "2026-01-31T12:00:00Z"
                """
            : "";

    private static string Partition(Beginning b) =>
        b.Authentication switch
        {
            BeginningAuthentication.OAuth2 => "client_id",
            BeginningAuthentication.ApiKey => "api_key",
            BeginningAuthentication.Jwt => "token",
            _ => "ip",
        };
}
