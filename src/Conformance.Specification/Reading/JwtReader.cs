using Conformance.Specification.Model;

namespace Conformance.Specification.Reading;

/// <summary>The part <c>authentication.jwt</c>; a type that says JWT and nothing more means a JWT of which nothing more is said.</summary>
internal static class JwtReader
{
    public static JwtRules? Read(MappingReader authentication)
    {
        var said = authentication.Text("type");
        if (authentication.Mapping("jwt", "the rules for JWTs") is not { } jwt)
        {
            return said?.Value.Contains("JWT", StringComparison.OrdinalIgnoreCase) == true
                ? new JwtRules(said.Location)
                : null;
        }

        var rules = new JwtRules(jwt.Location)
        {
            Audience = jwt.Text("audience"),
            Issuer = jwt.Text("issuer"),
            Algorithms = jwt.Texts("algorithms"),
            TestIssuer = TestIssuer(jwt),
        };
        jwt.End();
        return rules;
    }

    private static JwtTestIssuer? TestIssuer(MappingReader jwt)
    {
        if (jwt.Mapping("test_issuer", "the test issuer") is not { } issuer)
        {
            return null;
        }

        var key = issuer.RequiredText("key");
        var algorithm = issuer.Word("algorithm", "ES256", "RS256", "HS256");
        var keyId = issuer.Text("key_id");
        issuer.End();
        return key is null
            ? null
            : new JwtTestIssuer(key.Value.Trim('{', '}'), algorithm?.Value ?? "ES256", keyId?.Value);
    }
}
