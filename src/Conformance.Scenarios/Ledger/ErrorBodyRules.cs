using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Error bodies.</summary>
internal static class ErrorBodyRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new("ERR-01", "MUST C", "Every error has the standard body.", "the contract"),
        new("ERR-02", "MUST C", "Every error code is catalogued, and comes with its status.", "the contract"),
        new("ERR-03", "SHOULD P", "Codes are stable and machine-like, messages are for people.", "no standard")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("ERR-04", "MUST C", "A validation error names each field that is wrong.", "the contract"),
        new(
            "ERR-05",
            "MUST C",
            "Each error has a request id of its own; it is the caller's, where that is declared.",
            "the contract"
        )
        {
            ReasonWhenUntested =
                "The specification does not say it, and a server that does otherwise conforms: there is nothing to fail.",
        },
        new("ERR-06", "MUST C", "Errors carry the time they happened.", "the contract"),
        new("ERR-07", "SHOULD N", "Errors explain themselves.", "RFC 9110 sections 15.5 and 15.6")
        {
            ReasonWhenUntested = "The error format demands a message of every error, which is judged as ERR-01.",
        },
        new("ERR-08", "MUST N", "A problem document tells the status it comes with.", "RFC 9457 section 3.1")
        {
            ReasonWhenUntested = "The specification has its own error format.",
        },
        new("ERR-09", "SHOULD P", "Errors could be problem documents as well.", "RFC 9457")
        {
            ReasonWhenUntested = "The specification has its own error format.",
        },
        new("ERR-10", "MUST NOT P", "Errors show the inside of the server.", "OWASP API8:2023"),
        new("ERR-11", "MUST C", "Faulty requests are never server errors.", "the contract"),
    ];
}
