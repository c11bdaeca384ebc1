using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Published limits.</summary>
internal static class RateLimitRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new(
            "RTL-01",
            "MUST C",
            "A request over the limit is refused as declared, in the error format.",
            "the contract"
        ),
        new("RTL-02", "SHOULD N", "The refusal explains itself.", "RFC 6585 section 4")
        {
            ReasonWhenUntested = "The error format demands a message of every error, which is judged as ERR-01.",
        },
        new("RTL-03", "MAY N / MUST C", "The refusal says how long to wait.", "RFC 6585 section 4"),
        new("RTL-04", "MUST N", "Retry-After is a whole number of seconds or an HTTP date.", "RFC 9110 section 10.2.3"),
        new("RTL-05", "MUST NOT N", "A refusal over the limit is stored by caches.", "RFC 6585 section 4")
        {
            ReasonWhenUntested = "It binds caches; an answer can only say so.",
        },
        new("RTL-06", "MUST C", "Every answer of a limited operation carries the declared headers.", "the contract"),
        new("RTL-07", "MUST C", "Each of them is one whole number.", "the contract"),
        new(
            "RTL-08",
            "MUST C",
            "The limit told is the published one, and does not change in a window.",
            "the contract"
        ),
        new("RTL-09", "MUST P", "What remains lies between zero and the limit, burst included.", "no standard")
        {
            ReasonWhenUntested = "It is judged together with RTL-08 and RTL-10.",
        },
        new(
            "RTL-10",
            "SHOULD P",
            "What remains falls with every request of a window, and never rises in it.",
            "no standard"
        ),
        new(
            "RTL-11",
            "MUST C",
            "The reset is a time in Unix seconds, ahead, and not further than a window.",
            "the contract"
        ),
        new("RTL-12", "SHOULD P", "The reset stands still within a window.", "no standard"),
        new("RTL-13", "SHOULD P", "Refused is only when nothing remains.", "no standard"),
        new(
            "RTL-14",
            "SHOULD D",
            "Retry-After does not point before the end of the window.",
            "draft-ietf-httpapi-ratelimit-headers section 6"
        )
        {
            ReasonWhenUntested =
                "A sliding window may let a request through earlier; what is judged is that waiting suffices (RTL-15).",
        },
        new("RTL-15", "MUST C", "After the time a refusal told, a request is served.", "the contract"),
        new("RTL-16", "MUST C", "The waiting time in the body is that of the header.", "the contract"),
        new("RTL-17", "MUST C", "As many requests as published are served in a window.", "the contract"),
        new("RTL-18", "MUST C", "More, burst included, are refused.", "the contract"),
        new("RTL-19", "MUST C", "Limits of operations are kept apart.", "the contract"),
        new(
            "RTL-20",
            "SHOULD P",
            "Limits are counted by what is declared: client, key or address.",
            "draft-ietf-httpapi-ratelimit-headers section 6.1"
        ),
        new("RTL-21", "MUST P", "A refusal over the limit has no effect.", "no standard"),
        new(
            "RTL-22",
            "MAY P",
            "Whether errors and replays count is declared.",
            "draft-ietf-httpapi-ratelimit-headers section 1.1"
        )
        {
            ReasonWhenUntested = "It is about the written specification; lint looks at it.",
        },
        new(
            "RTL-23",
            "SHOULD P",
            "Of several windows the headers tell the one that is nearest to its end.",
            "draft-ietf-httpapi-ratelimit-headers appendix B"
        )
        {
            ReasonWhenUntested = "A window of a day is not used up by a run.",
        },
        new(
            "RTL-24",
            "MAY D",
            "RateLimit and RateLimit-Policy are well-formed structured fields.",
            "draft-ietf-httpapi-ratelimit-headers sections 3 and 4"
        )
        {
            ReasonWhenUntested = "The specification names its own headers.",
        },
        new(
            "RTL-25",
            "MAY D",
            "Refusals may use the registered problem types.",
            "draft-ietf-httpapi-ratelimit-headers section 5"
        )
        {
            ReasonWhenUntested = "The specification has its own error format.",
        },
        new("RTL-26", "MUST C", "An environment multiplies limits as declared.", "the contract"),
        new(
            "RTL-27",
            "MUST D",
            "A caller prefers Retry-After to the limit fields.",
            "draft-ietf-httpapi-ratelimit-headers section 7"
        )
        {
            ReasonWhenUntested = "It binds the caller.",
        },
    ];
}
