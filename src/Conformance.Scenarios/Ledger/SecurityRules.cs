using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Security that shows from outside.</summary>
internal static class SecurityRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new("SEC-01", "MUST P", "A client reaches no resource of another one.", "OWASP API1:2023")
        {
            ReasonWhenUntested =
                "It needs the credentials of a second client, and a specification that says who owns what.",
        },
        new("SEC-02", "SHOULD P", "Identifiers cannot be guessed.", "OWASP API1:2023")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("SEC-03", "MUST P", "Every operation demands its credential.", "OWASP API2:2023")
        {
            ReasonWhenUntested = "It is judged as BRR-02, BRR-04 and KEY-02, on every operation.",
        },
        new("SEC-04", "MUST P", "Fields that a caller may not set are ignored or refused.", "OWASP API3:2023")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("SEC-05", "SHOULD P", "Answers hold no more than declared.", "OWASP API3:2023")
        {
            ReasonWhenUntested =
                "Undeclared fields are allowed unless the schema is closed, which is judged as HTTP-23.",
        },
        new("SEC-06", "MUST P", "Sizes are bounded.", "OWASP API4:2023")
        {
            ReasonWhenUntested = "Declared bounds are judged as HTTP-25.",
        },
        new("SEC-07", "MUST P", "Operations are refused to those without the permission.", "OWASP API5:2023")
        {
            ReasonWhenUntested = "It is judged as BRR-05 where scopes are declared.",
        },
        new("SEC-08", "MAY P", "Business flows are not abused.", "OWASP API6:2023")
        {
            ReasonWhenUntested = "It cannot be seen from outside.",
        },
        new("SEC-09", "MUST P", "URLs in requests do not make the server call where it must not.", "OWASP API7:2023")
        {
            ReasonWhenUntested = "Never in a run that has not been told to: it may hurt the target.",
        },
        new("SEC-10", "MUST P", "HTTP without TLS serves nothing.", "OWASP API8:2023")
        {
            ReasonWhenUntested = "A run calls the base URL it is given, and HTTPS is required of it.",
        },
        new(
            "SEC-11",
            "SHOULD N",
            "HTTPS answers carry Strict-Transport-Security, plain ones do not.",
            "RFC 6797 section 7.2"
        )
        {
            ReasonWhenUntested = "It is set by the front that ends TLS, which test targets mostly lack.",
        },
        new("SEC-12", "MUST P", "Foreign origins are not reflected with credentials.", "Fetch standard")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("SEC-13", "SHOULD P", "Headers do not tell the versions of the server's software.", "OWASP API8:2023")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("SEC-14", "MUST P", "Hostile text is refused or kept as it is, never interpreted.", "OWASP API8:2023")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("SEC-15", "SHOULD P", "Undeclared versions and tools are not served.", "OWASP API9:2023")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("SEC-16", "MUST P", "A caller survives hostile answers.", "OWASP API10:2023")
        {
            ReasonWhenUntested = "It binds the caller.",
        },
        new("SEC-17", "SHOULD P", "A hostile request id is not reflected.", "no standard")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("SEC-18", "MUST P", "Redirects do not carry credentials to another origin.", "no standard")
        {
            ReasonWhenUntested = "It binds the caller.",
        },
    ];
}
