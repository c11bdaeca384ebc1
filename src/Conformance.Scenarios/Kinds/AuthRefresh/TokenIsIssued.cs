using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>The token endpoint issues tokens as declared and as RFC 6749 section 5.1 says.</summary>
internal sealed class TokenIsIssued : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context.Specification.Authentication?.TokenEndpoint is { } endpoint ? Compile(endpoint) : [];

    private static IEnumerable<ContractCase> Compile(TokenEndpoint endpoint)
    {
        var request = TokenRequests.Of(endpoint, TokenRequests.Declared(endpoint));
        var issued = Sentences.Contract(
            RequirementIds.Section("authentication", "token", "response"),
            "The target MUST answer a valid token request with 200 and the declared fields.",
            endpoint.Location,
            "TOK-05",
            "TOK-08",
            "TOK-09"
        );
        yield return TokenRequests.Case(
            "token-response",
            "the token endpoint answers with the declared fields",
            request,
            issued,
            new StatusIs(issued, [200]),
            new BodyMatches(issued, endpoint.Response),
            new BodyMatches(
                TokenRequests.Standard(
                    endpoint,
                    "fields",
                    "The target MUST send access_token and token_type as texts, and expires_in as a positive number.",
                    "RFC 6749 section 5.1",
                    "TOK-08",
                    "TOK-09"
                ),
                StandardFields(endpoint)
            )
        );
        yield return ContentType(endpoint, request, issued);
        yield return Cacheable(endpoint, request, issued);
        if (endpoint.ExpiresIn is { } lifetime)
        {
            yield return Lifetime(endpoint, request, lifetime);
        }

        foreach (var tolerated in Tolerated(endpoint, issued))
        {
            yield return tolerated;
        }
    }

    private static ContractCase Lifetime(TokenEndpoint endpoint, RequestTemplate request, Located<TimeSpan> lifetime)
    {
        const string First = TokenRequests.Step;
        const string Second = "fetch another";
        var requirement = Sentences.Contract(
            RequirementIds.Section("authentication", "token", "expires_in"),
            $"The target MUST issue tokens that live {lifetime.Value.TotalSeconds} seconds, as declared.",
            lifetime.Location,
            "TOK-09"
        );
        var fetch = TokenRequests.Case(
            "declared-lifetime",
            $"a token lives {lifetime.Value.TotalSeconds} seconds",
            request,
            requirement,
            new StatusIs(requirement, [200])
        );
        return fetch with
        {
            Steps = fetch.Steps.Add(
                new CaseStep.Send(Second, request) { Expectations = [new StatusIs(requirement, [200])] }
            ),
            Expectations = [new TokenLifetimeIs(requirement, First, Second, lifetime.Value)],
        };
    }

    private static ContractCase ContentType(TokenEndpoint endpoint, RequestTemplate request, Requirement issued)
    {
        var requirement = TokenRequests.Standard(
            endpoint,
            "content_type",
            "The target MUST send token responses as application/json.",
            "RFC 6749 section 5.1",
            "TOK-08"
        );
        return TokenRequests.Case(
            "token-content-type",
            "a token response is JSON, and says so",
            request,
            requirement,
            new StatusIs(issued, [200]),
            TokenRequests.IsJson(requirement)
        );
    }

    private static ContractCase Cacheable(TokenEndpoint endpoint, RequestTemplate request, Requirement issued)
    {
        var requirement = TokenRequests.Standard(
            endpoint,
            "no_store",
            "The target MUST forbid that token responses are stored (Cache-Control: no-store).",
            "RFC 6749 section 5.1",
            "TOK-11"
        );
        return TokenRequests.Case(
            "not-cacheable",
            "a token response must not be stored",
            request,
            requirement,
            new StatusIs(issued, [200]),
            new HeaderIs(requirement, "Cache-Control", @"(^|[\s,])[Nn][Oo]-[Ss][Tt][Oo][Rr][Ee]($|[\s,;])", "no-store")
        );
    }

    private static IEnumerable<ContractCase> Tolerated(TokenEndpoint endpoint, Requirement issued)
    {
        var unknown = TokenRequests.Standard(
            endpoint,
            "unknown_parameter",
            "The target MUST ignore token request parameters it does not know.",
            "RFC 6749 section 3.2",
            "TOK-15"
        );
        yield return TokenRequests.Case(
            "unknown-parameter",
            "an unknown parameter is ignored",
            TokenRequests.Of(endpoint, TokenRequests.With(endpoint, "unknown_parameter", "value")),
            unknown,
            new StatusIs(unknown, [200])
        );
        var refresh = Sentences.Recommended(
            RequirementIds.Section("authentication", "token", "no_refresh_token"),
            "The target SHOULD NOT issue a refresh token for client credentials.",
            endpoint.Location,
            "RFC 6749 section 4.4.3",
            "TOK-12"
        );
        yield return TokenRequests.Case(
            "no-refresh-token",
            "no refresh token is issued for client credentials",
            TokenRequests.Of(endpoint, TokenRequests.Declared(endpoint)),
            refresh,
            new StatusIs(issued, [200]),
            new BodyMatches(refresh, TokenSchema.Without(endpoint.Location, "refresh_token"))
        );
    }

    private static SchemaNode StandardFields(TokenEndpoint endpoint)
    {
        var at = endpoint.Location;
        return TokenSchema.Object(
            at,
            (
                "access_token",
                true,
                new()
                {
                    Location = at,
                    Types = JsonTypes.String,
                    MinLength = 1,
                }
            ),
            (
                "token_type",
                true,
                new()
                {
                    Location = at,
                    Types = JsonTypes.String,
                    Pattern = "^[Bb][Ee][Aa][Rr][Ee][Rr]$",
                }
            ),
            (
                "expires_in",
                endpoint.ExpiresIn is not null,
                new()
                {
                    Location = at,
                    Types = JsonTypes.Number,
                    ExclusiveMinimum = 0,
                }
            ),
            ("scope", false, new() { Location = at, Types = JsonTypes.String })
        );
    }
}
