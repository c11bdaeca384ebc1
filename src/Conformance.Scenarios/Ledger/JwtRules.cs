using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>Tokens that are JWTs.</summary>
internal static class JwtRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new(
            "JWT-01",
            "MUST N",
            "A token with alg none, in any spelling, is refused.",
            "RFC 9068 section 4, RFC 8725 sections 3.1 and 3.2"
        ),
        new(
            "JWT-02",
            "MUST N",
            "Only the algorithm that belongs to a key is accepted with it.",
            "RFC 8725 sections 2.1 and 3.1"
        )
        {
            ReasonWhenUntested =
                "It needs the issuer's public keys; that a kept signature does not hold for another algorithm is seen as JWT-01.",
        },
        new(
            "JWT-03",
            "MUST N",
            "A token whose payload was altered under its signature is refused as a whole.",
            "RFC 8725 section 3.3"
        ),
        new("JWT-04", "MUST N", "A token is refused after its exp.", "RFC 9068 section 4, RFC 7519 section 4.1.4"),
        new("JWT-05", "MUST N", "A token is refused before its nbf.", "RFC 7519 section 4.1.5"),
        new("JWT-06", "MUST N", "A token for another audience is refused.", "RFC 8725 section 3.9, RFC 9068 section 4"),
        new("JWT-07", "MUST N", "A token of another issuer is refused.", "RFC 8725 section 3.8, RFC 9068 section 4"),
        new("JWT-08", "MUST N", "Only tokens typed at+jwt are accepted.", "RFC 9068 section 4")
        {
            ReasonWhenUntested =
                "Common servers issue tokens typed JWT, and no specification can say that it means RFC 9068.",
        },
        new(
            "JWT-09",
            "SHOULD N",
            "jku, x5u and kid of a token never drive a look-up unchecked.",
            "RFC 8725 section 3.10"
        ),
        new(
            "JWT-10",
            "MUST N",
            "Issued tokens carry iss, exp, aud, sub, client_id, iat and jti.",
            "RFC 9068 section 2.2"
        )
        {
            ReasonWhenUntested =
                "It holds for the profile of RFC 9068 only, and no specification can say that it means that.",
        },
        new("JWT-11", "MUST N", "A token with an unknown crit is refused.", "RFC 7515 section 4.1.11"),
    ];
}
