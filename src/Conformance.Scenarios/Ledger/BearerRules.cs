using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Bearer tokens at an operation.</summary>
internal static class BearerRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new(
            "BRR-01",
            "MUST N",
            "A token is accepted in the Authorization header, and its scheme in any case.",
            "RFC 6750 section 2.1, RFC 9110 section 11.1"
        ),
        new(
            "BRR-02",
            "MUST N",
            "Without credentials the answer is 401 with a Bearer challenge.",
            "RFC 6750 section 3, RFC 9110 section 15.5.2"
        ),
        new("BRR-03", "SHOULD NOT N", "That challenge tells an error.", "RFC 6750 section 3.1")
        {
            ReasonWhenUntested = "It only recommends; the challenge itself is judged as BRR-02.",
        },
        new(
            "BRR-04",
            "SHOULD N",
            "A token that is expired, malformed or unknown is a 401 invalid_token.",
            "RFC 6750 section 3.1"
        ),
        new("BRR-05", "SHOULD N", "A token without the scope is a 403 insufficient_scope.", "RFC 6750 section 3.1"),
        new(
            "BRR-06",
            "SHOULD N",
            "A token sent in two ways at once is a 400 invalid_request.",
            "RFC 6750 sections 2 and 3.1"
        )
        {
            ReasonWhenUntested =
                "The specification does not say it, and a server that does otherwise conforms: there is nothing to fail.",
        },
        new("BRR-07", "MUST NOT N / SHOULD NOT P", "Tokens travel in the query.", "RFC 9700 section 4.3.2")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("BRR-08", "MUST NOT N", "A challenge repeats realm or scope.", "RFC 6750 section 3")
        {
            ReasonWhenUntested =
                "The specification does not say it, and a server that does otherwise conforms: there is nothing to fail.",
        },
        new("BRR-09", "MUST C", "401 and 403 have the error format and the codes of the contract.", "the contract"),
        new("BRR-10", "SHOULD P", "The credential is looked at before the body.", "practice of other tools"),
        new("BRR-11", "MUST C", "A token works until its expires_in is over, and not longer.", "the contract"),
    ];
}
