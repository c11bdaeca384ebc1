namespace Conformance.Tests.Consumers;

/// <summary>Something the client does differently, and the obligation that it breaks.</summary>
/// <param name="Name">What the client calls it.</param>
/// <param name="Script">The script that shows it, or several separated by spaces.</param>
/// <param name="Obligation">The case that must notice, without its <c>consumer/</c>; null when nothing is wrong.</param>
/// <param name="Warns">Whether it can only be warned of.</param>
internal sealed record ClientVariant(string Name, string Script, string? Obligation, bool Warns = false)
{
    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>What <c>orders-client.mjs</c> can do differently.</summary>
internal static class ClientVariants
{
    /// <summary>The faults.</summary>
    public static ClientVariant[] Faults { get; } =
    [
        new("asks-for-tokens-in-json", "ordinary", "auth_refresh/token-requests-are-as-declared"),
        new("authenticates-twice", "ordinary", "auth_refresh/token-requests-are-as-declared"),
        new("puts-secret-into-token-url", "ordinary", "auth_refresh/secrets-stay-out-of-urls"),
        new("puts-token-into-url", "ordinary", "auth_refresh/secrets-stay-out-of-urls"),
        new("asks-for-a-token-each-time", "ordinary", "auth_refresh/token-is-cached"),
        new("refreshes-at-expiry", "token-expiring", "auth_refresh/token-is-refreshed-in-time"),
        new("refreshes-a-minute-before", "token-expiring", "auth_refresh/token-is-refreshed-in-time"),
        new(
            "asks-again-for-longer-tokens",
            "token-short-lived",
            "auth_refresh/short-tokens-cause-no-storm",
            Warns: true
        ),
        new("needs-a-lifetime", "token-without-lifetime", "auth_refresh/missing-lifetime-is-handled", Warns: true),
        new("asks-for-tokens-side-by-side", "ordinary", "auth_refresh/refresh-is-single", Warns: true),
        new("floods", "ordinary", "rate_limit/own-limit-is-kept", Warns: true),
        new("refuses-unknown-token-members", "token-extra-members", "auth_refresh/unknown-token-members-are-ignored"),
        new("repeats-refused-credentials", "token-client-refused", "auth_refresh/refused-client-stops", Warns: true),
        new("gives-up-tokens-at-once", "token-endpoint-down", "auth_refresh/token-request-is-retried"),
        new("asks-for-tokens-forever", "token-endpoint-down", "auth_refresh/token-request-is-retried"),
        new("asks-for-tokens-hastily", "token-endpoint-down", "auth_refresh/token-request-is-retried"),
        new("ignores-401", "unauthorized-once", "auth_refresh/unauthorized-is-refreshed-once/UNAUTHORIZED"),
        new(
            "repeats-with-the-refused-token",
            "unauthorized-once",
            "auth_refresh/unauthorized-is-refreshed-once/UNAUTHORIZED"
        ),
        new("refreshes-for-ever", "unauthorized-always", "auth_refresh/persistent-unauthorized-ends/UNAUTHORIZED"),
        new("repeats-refusals", "invalid", "edge_cases/refusal-is-not-repeated/VALIDATION_ERROR"),
        new("repeats-refusals", "forbidden", "edge_cases/refusal-is-not-repeated/FORBIDDEN"),
        new("repeats-refusals", "unknown-status", "edge_cases/unknown-status-is-treated-as-its-class"),
        new("repeats-conflicts", "conflict", "edge_cases/conflict-is-reconciled/CONFLICT"),
        new("ignores-retry-after", "rate-limited", "rate_limit/retry-after-is-honoured/RATE_LIMIT_EXCEEDED"),
        new(
            "ignores-retry-after",
            "unavailable-retry-after",
            "edge_cases/unavailable-retry-after-is-honoured/SERVICE_UNAVAILABLE",
            Warns: true
        ),
        new("cannot-read-dates", "rate-limited-date", "rate_limit/retry-after-date-is-understood", Warns: true),
        new("repeats-at-once", "rate-limited-unreadable", "rate_limit/unreadable-retry-after-is-survived", Warns: true),
        new("ignores-remaining", "quota-used-up", "rate_limit/quota-is-heeded", Warns: true),
        new("repeats-at-once", "server-errors", "edge_cases/pauses-grow/INTERNAL_ERROR"),
        new("pauses-evenly", "server-errors unavailable", "edge_cases/pauses-grow/INTERNAL_ERROR"),
        new("pauses-shrink", "server-errors unavailable", "edge_cases/pauses-grow/INTERNAL_ERROR"),
        new("pauses-evenly", "unavailable server-errors", "edge_cases/pauses-grow/SERVICE_UNAVAILABLE", Warns: true),
        new("gives-up-on-server-errors", "server-errors", "edge_cases/pauses-grow/INTERNAL_ERROR"),
        new("never-gives-up", "server-errors", "edge_cases/attempts-are-bounded/INTERNAL_ERROR"),
        new("changes-key-on-retry", "server-errors", "idempotency/key-is-kept-on-retry"),
        new("changes-key-on-retry", "reset-after-processing", "idempotency/key-is-kept-on-retry"),
        new("changes-body-on-retry", "reset-before-processing", "idempotency/key-is-kept-on-retry"),
        new(
            "repeats-without-a-key",
            "reset-after-processing",
            "idempotency/unkeyed-request-is-not-repeated",
            Warns: true
        ),
        new("has-one-key", "ordinary", "idempotency/new-operation-has-new-key"),
        new("counts-its-keys", "ordinary", "idempotency/key-is-hard-to-guess", Warns: true),
        new("sends-no-request-id", "ordinary", "happy_path/headers/X-Request-ID"),
        new("keeps-its-request-id", "ordinary", "happy_path/request-id-is-fresh"),
        new("sends-words-as-request-id", "ordinary", "happy_path/request-id-is-fresh"),
        new("sends-text", "ordinary", "happy_path/content-type-is-declared"),
        new("calls-what-is-not-declared", "ordinary", "happy_path/calls-are-declared"),
        new("orders-nothing", "ordinary", "validation_errors/bodies-are-valid/create-order"),
        new("refuses-unknown-members", "extra-members", "edge_cases/unknown-members-are-ignored", Warns: true),
    ];

    /// <summary>What may be done in another way.</summary>
    public static ClientVariant[] Liberties { get; } =
    [
        new("sends-no-key", "reset-after-processing", null),
        new("repeats-three-times", "server-errors", null),
        new("jitters-fully", "server-errors", null),
        new("repeats-token-requests-three-times", "token-endpoint-down", null),
        new("renews-its-request-id", "server-errors", null),
        new("places-one-order-twice", "invalid", null),
        new("surfaces-limits", "rate-limited", null),
        new("calls-side-by-side", "ordinary", null),
        new("gives-up-soon", "slow", null),
    ];
}
