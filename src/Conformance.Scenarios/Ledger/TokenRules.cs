using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Requests for tokens with client credentials.</summary>
internal static class TokenRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new("TOK-01", "MUST N", "Tokens are asked for with POST; other methods get none.", "RFC 6749 section 3.2"),
        new(
            "TOK-02",
            "MUST N",
            "Secrets travel to the token endpoint over TLS only.",
            "RFC 6749 sections 2.3.1 and 3.2"
        )
        {
            ReasonWhenUntested =
                "A run sends credentials over HTTPS only, loopback excepted; it does not try them in the clear.",
        },
        new(
            "TOK-03",
            "MUST N",
            "The token request is a UTF-8 form with grant_type=client_credentials; JSON is none.",
            "RFC 6749 section 4.4.2"
        )
        {
            ReasonWhenUntested = "Servers may be more generous than the standard; the declared form is what must work.",
        },
        new(
            "TOK-04",
            "MUST N",
            "A client that holds a secret can send it by HTTP Basic, id and secret form-encoded.",
            "RFC 6749 section 2.3.1"
        )
        {
            ReasonWhenUntested = "The specification says how its clients authenticate; another way is not tried.",
        },
        new(
            "TOK-05",
            "MUST C",
            "Where the contract sends id and secret in the form, that works.",
            "RFC 6749 section 2.3.1"
        ),
        new(
            "TOK-06",
            "MUST NOT N",
            "Credentials in the URL of the token request are accepted.",
            "RFC 6749 section 2.3.1"
        )
        {
            ReasonWhenUntested = "Secrets would end up in the logs of the target.",
        },
        new(
            "TOK-07",
            "SHOULD N",
            "Two ways of client authentication at once, or a repeated parameter, are an invalid_request.",
            "RFC 6749 sections 3.2 and 5.2"
        )
        {
            ReasonWhenUntested =
                "The specification does not say it, and a server that does otherwise conforms: there is nothing to fail.",
        },
        new(
            "TOK-08",
            "MUST N",
            "A token response is JSON with the texts access_token and token_type.",
            "RFC 6749 section 5.1"
        ),
        new(
            "TOK-09",
            "SHOULD N / MUST C",
            "expires_in is a positive number of seconds, as declared.",
            "RFC 6749 section 5.1"
        ),
        new(
            "TOK-10",
            "MUST N",
            "Where other scopes are granted than asked for, the response says which.",
            "RFC 6749 sections 3.3 and 5.1"
        )
        {
            ReasonWhenUntested =
                "The specification does not say it, and a server that does otherwise conforms: there is nothing to fail.",
        },
        new("TOK-11", "MUST N", "Responses with a token forbid to be stored (no-store).", "RFC 6749 section 5.1"),
        new("TOK-12", "SHOULD NOT N", "A refresh token comes with client credentials.", "RFC 6749 section 4.4.3"),
        new(
            "TOK-13",
            "MUST N",
            "A refused token request is a 400 with one of the registered error codes.",
            "RFC 6749 section 5.2"
        ),
        new(
            "TOK-14",
            "MUST N",
            "Client authentication that failed in the Authorization header is a 401 with the challenge of that scheme.",
            "RFC 6749 section 5.2"
        )
        {
            ReasonWhenUntested = "It shows where clients authenticate by header.",
        },
        new(
            "TOK-15",
            "MUST N",
            "Unknown parameters of a token request are ignored, empty ones count as left out.",
            "RFC 6749 section 3.2"
        ),
        new(
            "TOK-16",
            "MUST N",
            "Without a scope the request gets the default scope, or invalid_scope.",
            "RFC 6749 section 3.3"
        )
        {
            ReasonWhenUntested =
                "The specification does not say it, and a server that does otherwise conforms: there is nothing to fail.",
        },
        new(
            "TOK-17",
            "MUST NOT N",
            "error and error_description hold characters outside printable ASCII, quotes or backslashes.",
            "RFC 6749 section 5.2"
        ),
        new("TOK-18", "MUST N", "Endpoints that check secrets resist guessing.", "RFC 6749 section 2.3.1")
        {
            ReasonWhenUntested = "Never in a run that has not been told to: it may hurt the target.",
        },
        new(
            "TOK-19",
            "MUST P",
            "Errors of the token endpoint have the form of RFC 6749, not that of the contract.",
            "RFC 6749 section 5.2"
        )
        {
            ReasonWhenUntested = "It binds the suite: invariants leave token answers out.",
        },
        new("TOK-20", "MUST C", "Credentials of one environment are refused in another.", "the contract")
        {
            ReasonWhenUntested = "It needs the credentials of two environments, and the permission to try them.",
        },
    ];
}
