using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Requests that are sent twice.</summary>
internal static class IdempotencyKeyRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new("IDM-01", "MUST C", "The first use of a key makes exactly one resource.", "the contract"),
        new(
            "IDM-02",
            "SHOULD D / MUST C",
            "The same request with the same key is answered as declared, with the same resource.",
            "draft-ietf-httpapi-idempotency-key-header section 2.6"
        ),
        new(
            "IDM-03",
            "MUST P",
            "A replay has no second effect.",
            "draft-ietf-httpapi-idempotency-key-header section 1"
        ),
        new(
            "IDM-04",
            "SHOULD D / MUST C",
            "Another payload under a used key is refused as declared, never served.",
            "draft-ietf-httpapi-idempotency-key-header section 2.7"
        ),
        new(
            "IDM-05",
            "MAY P",
            "A payload that is the same JSON in other bytes follows the published fingerprint.",
            "draft-ietf-httpapi-idempotency-key-header section 2.4"
        ),
        new(
            "IDM-06",
            "SHOULD D / MUST C",
            "Simultaneous requests with one key make one resource.",
            "draft-ietf-httpapi-idempotency-key-header section 2.7"
        ),
        new(
            "IDM-07",
            "SHOULD D / MUST C",
            "Keys are remembered as long as published.",
            "draft-ietf-httpapi-idempotency-key-header section 2.3"
        ),
        new(
            "IDM-08",
            "SHOULD D / MUST C",
            "Keys belong to one client.",
            "draft-ietf-httpapi-idempotency-key-header section 5"
        )
        {
            ReasonWhenUntested = "It needs the credentials of a second client.",
        },
        new("IDM-09", "MAY P", "Keys belong to one operation, or to all, as declared.", "no standard")
        {
            ReasonWhenUntested = "It needs a second operation that takes keys.",
        },
        new("IDM-10", "MAY P", "Errors are stored under a key, or not, as declared.", "practice of payment APIs"),
        new(
            "IDM-11",
            "SHOULD D / MUST C",
            "A missing key is refused where it is required, and means plain processing where it is not.",
            "draft-ietf-httpapi-idempotency-key-header section 2.7"
        ),
        new(
            "IDM-12",
            "SHOULD D / MUST C",
            "Keys are checked against their published format.",
            "draft-ietf-httpapi-idempotency-key-header section 5"
        ),
        new(
            "IDM-13",
            "MAY D",
            "Quoted and bare keys may be the same key.",
            "draft-ietf-httpapi-idempotency-key-header section 2.1"
        )
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("IDM-14", "MAY P", "A replay is marked as one, where that is declared.", "common practice"),
        new(
            "IDM-15",
            "MUST P",
            "A refusal in flight can be told from one for another payload.",
            "draft-ietf-httpapi-idempotency-key-header section 2.7"
        )
        {
            ReasonWhenUntested = "It is about the written specification; lint looks at it.",
        },
        new(
            "IDM-16",
            "MUST P",
            "After a lost answer the same key returns what was made.",
            "draft-ietf-httpapi-idempotency-key-header section 1"
        )
        {
            ReasonWhenUntested =
                "A lost answer looks to the server like a replay, which is tested; connections are not broken on purpose.",
        },
        new(
            "IDM-17",
            "SHOULD P",
            "Methods that are idempotent by themselves tolerate the header.",
            "RFC 9110 section 9.2.2"
        )
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("IDM-18", "MUST P", "A replay needs the permission of its own request.", "OWASP API1:2023"),
        new(
            "IDM-19",
            "MAY P",
            "Whether replays count against a limit is declared.",
            "draft-ietf-httpapi-ratelimit-headers section 1.1"
        )
        {
            ReasonWhenUntested = "It is about the written specification; lint looks at it.",
        },
    ];
}
