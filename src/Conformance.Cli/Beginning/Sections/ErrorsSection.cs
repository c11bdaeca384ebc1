namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>error_format</c> and <c>error_codes</c>.</summary>
internal static class ErrorsSection
{
    public static string Write(Beginning b) =>
        """
            error_format:
              standard_response:
                error_code: "string - machine-readable error code"
                message: "string - human-readable description"
                details: "array - specific field errors (optional)"
                request_id: "string - for support reference"
                timestamp: "string - ISO 8601 datetime"
              roles:
                code: error_code
                message: message
                details: details
                detail_field: field
                detail_message: error
                request_id: request_id
                timestamp: timestamp

            error_codes:

            """
        + Code(
            400,
            "VALIDATION_ERROR",
            "The request is not valid",
            "Do not retry - fix request and resubmit",
            "See details"
        )
        + SpecificationDraft.If(
            b.IsProtected,
            Code(
                401,
                "UNAUTHORIZED",
                "The credential is missing or wrong",
                Renewal(b),
                "Check the credential of this environment"
            )
        )
        + SpecificationDraft.If(
            b.HasScopes,
            Code(403, "FORBIDDEN", "The token lacks the scope", "Do not retry", "Ask for the scope")
        )
        + Code(404, "NOT_FOUND", "There is none with that id", "Do not retry", "Check the id")
        + Code(
            409,
            "IDEMPOTENCY_KEY_REUSED",
            "The idempotency key was used with another body",
            "Do not retry",
            "Use a fresh key"
        )
        + Code(
            409,
            "IDEMPOTENCY_IN_PROGRESS",
            "A request with this key is being processed",
            "Wait for Retry-After header duration",
            "Repeat the same request with the same key"
        )
        + SpecificationDraft.If(
            b.IsLimited,
            Code(
                429,
                "RATE_LIMIT_EXCEEDED",
                "Too many requests",
                "Wait for Retry-After header duration",
                "Send fewer requests"
            ) + "    headers: { Retry-After: \"Seconds to wait\" }\n"
        )
        + Code(
            500,
            "INTERNAL_ERROR",
            "Something went wrong on the provider's side",
            "Retry with exponential backoff (max 3 attempts)",
            "If it persists, tell support the request_id"
        )
        + Code(
            503,
            "SERVICE_UNAVAILABLE",
            "The service is not available for the moment",
            "Retry with exponential backoff (max 5 attempts)",
            "Try later"
        );

    private static string Renewal(Beginning b) => b.HasScopes ? "Re-request token and retry once" : "Do not retry";

    private static string Code(int status, string code, string description, string strategy, string resolution) =>
        $"""
              {code}:
                http_status: {status}
                description: "{description}"
                retry_strategy: "{strategy}"
                resolution: "{resolution}"

            """;
}
