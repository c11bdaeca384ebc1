using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>API keys.</summary>
internal static class ApiKeyRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new("KEY-01", "MUST P", "A key travels in a header, never in the URL.", "practice of other tools")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("KEY-02", "MUST N", "A missing or wrong key is a 401 with a challenge.", "RFC 9110 section 11.6.1"),
        new("KEY-03", "SHOULD P", "Missing, unknown and revoked keys get the same answer.", "OWASP API2:2023")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("KEY-04", "MUST P", "No answer holds a key, a token or a secret.", "OWASP API3:2023")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("KEY-05", "MUST C", "A key of one environment is refused in another.", "the contract")
        {
            ReasonWhenUntested = "It needs the credentials of two environments, and the permission to try them.",
        },
    ];
}
