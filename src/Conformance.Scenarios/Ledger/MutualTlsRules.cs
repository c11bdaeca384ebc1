using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Client certificates.</summary>
internal static class MutualTlsRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new("MTL-01", "MUST N", "A bound token is refused with another certificate than its own.", "RFC 8705 section 3")
        {
            ReasonWhenUntested =
                "It needs several client certificates of the provider's own authority; a specification names one.",
        },
        new("MTL-02", "MUST N", "A bound token is used over mutual TLS only.", "RFC 8705 section 3")
        {
            ReasonWhenUntested =
                "It needs several client certificates of the provider's own authority; a specification names one.",
        },
        new("MTL-03", "SHOULD N", "A JWT tells the certificate it is bound to in cnf.", "RFC 8705 section 3.1")
        {
            ReasonWhenUntested = "The dialect does not bind tokens to certificates.",
        },
        new(
            "MTL-04",
            "MUST N",
            "A token request that authenticates by certificate names its client_id.",
            "RFC 8705 section 2"
        )
        {
            ReasonWhenUntested =
                "It needs several client certificates of the provider's own authority; a specification names one.",
        },
        new(
            "MTL-05",
            "MUST P",
            "Certificates that are expired, self-signed, of another authority or for another use are refused.",
            "no standard"
        ),
        new(
            "MTL-06",
            "MUST P",
            "A header that claims a certificate is not believed when it comes from outside.",
            "RFC 9440 section 3"
        )
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("MTL-07", "MUST N", "TLS 1.0 and 1.1 are refused.", "RFC 9325 section 3.1.1")
        {
            ReasonWhenUntested = "It shows below HTTP, where the client in use does not look.",
        },
    ];
}
