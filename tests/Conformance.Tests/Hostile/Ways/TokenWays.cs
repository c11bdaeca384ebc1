using Conformance.Verdicts.Results;

namespace Conformance.Tests.Hostile.Ways;

/// <summary>Answers of a token endpoint that whoever uses the token has to pay for.</summary>
internal static class TokenWays
{
    public static IEnumerable<HostileWay> All { get; } =
    [
        Token(
            "a token with a line break",
            Verdict.Inconclusive,
            "no header can carry",
            """{"access_token":"a\r\nX-Injected: 1","token_type":"Bearer","expires_in":60}"""
        ) with
        {
            NeverAsked = "\r\nX-Injected",
        },
        Token(
            "a token of control characters",
            Verdict.Inconclusive,
            "no header can carry",
            """{"access_token":"\u0000\u001b[31m\u0007","token_type":"Bearer","expires_in":60}"""
        ),
        Token(
            "a token beyond ASCII",
            Verdict.Inconclusive,
            "no header can carry",
            """{"access_token":"é中😀","token_type":"Bearer","expires_in":60}"""
        ),
        Token(
            "a token of a megabyte",
            Verdict.Inconclusive,
            "reset by the server",
            $$"""{"access_token":"{{new string('t', 1_000_000)}}","token_type":"Bearer","expires_in":60}"""
        ),
        Token(
            "an empty token",
            Verdict.Inconclusive,
            "no access_token",
            """{"access_token":"","token_type":"Bearer","expires_in":60}"""
        ),
        Token(
            "a token that is a number",
            Verdict.Passed,
            "",
            """{"access_token":17,"token_type":"Bearer","expires_in":60}"""
        ),
        Token("no token", Verdict.Inconclusive, "no access_token", """{"token_type":"Bearer","expires_in":60}"""),
        Token(
            "a token type of nonsense",
            Verdict.Passed,
            "",
            """{"access_token":"T","token_type":"\u001b[31m<script>","expires_in":60}"""
        ),
        Token(
            "a life beyond all numbers",
            Verdict.Passed,
            "",
            """{"access_token":"T","token_type":"Bearer","expires_in":1e400}"""
        ),
        Token(
            "a life beyond the calendar",
            Verdict.Passed,
            "",
            """{"access_token":"T","token_type":"Bearer","expires_in":9223372036854775807}"""
        ),
        Token(
            "a life below zero",
            Verdict.Passed,
            "",
            """{"access_token":"T","token_type":"Bearer","expires_in":-9223372036854775808}"""
        ),
        Token(
            "a life in words",
            Verdict.Passed,
            "",
            """{"access_token":"T","token_type":"Bearer","expires_in":"soon"}"""
        ),
        Token("100,000 arrays instead of a token", Verdict.Inconclusive, "no access_token", new string('[', 100_000)),
        Token(
            "a web page instead of a token",
            Verdict.Inconclusive,
            "no access_token",
            "<html><body>Sign in</body></html>"
        ),
        new(
            "a redirect instead of a token",
            Place.Token,
            Verdict.Inconclusive,
            "answered 302",
            (wire, _) => wire.JsonAsync("302 Found", "{}", "Location: /elsewhere")
        )
        {
            NeverAsked = "/elsewhere",
        },
        new(
            "a token endpoint that never answers",
            Place.Token,
            Verdict.Inconclusive,
            "did not answer within",
            (_, stop) => Task.Delay(Timeout.Infinite, stop)
        ),
    ];

    private static HostileWay Token(string name, Verdict verdict, string says, string body) =>
        new(name, Place.Token, verdict, says, (wire, _) => wire.JsonAsync("200 OK", body));
}
