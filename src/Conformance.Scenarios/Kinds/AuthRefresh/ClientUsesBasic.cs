using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>
/// Clients authenticate by HTTP Basic (RFC 6749 section 2.3.1). The RFC demands it of every server that issues passwords; a
/// specification that declares credentials in the body instead has agreed on something else, so there it only warns.
/// </summary>
internal sealed class ClientUsesBasic : IScenarioSource
{
    private const string Section = "RFC 6749 section 5.2";

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context.Specification.Authentication?.TokenEndpoint switch
        {
            null => [],
            { ClientAuthentication: "basic" } endpoint => Refusals(endpoint),
            var endpoint => [Offered(endpoint)],
        };

    private static ContractCase Offered(TokenEndpoint endpoint)
    {
        var requirement = TokenRequests.Recommended(
            endpoint,
            "basic",
            "The target SHOULD let clients authenticate by HTTP Basic too (a MUST of the RFC; the specification declares the body).",
            "RFC 6749 section 2.3.1",
            "TOK-04"
        );
        ImmutableArray<KeyValuePair<string, ValueSource>> form =
        [
            .. TokenRequests.Declared(endpoint).Where(p => p.Key is not ("client_id" or "client_secret")),
        ];
        return TokenRequests.Case(
            "basic-client-authentication",
            "the token endpoint knows a client by HTTP Basic",
            TokenRequests.Of(endpoint, form) with
            {
                Credential = new CredentialUse.ClientBasic(null, null),
            },
            requirement,
            new StatusIs(requirement, [200])
        );
    }

    private static IEnumerable<ContractCase> Refusals(TokenEndpoint endpoint)
    {
        yield return Wrong(
            endpoint,
            "wrong-secret",
            "a wrong secret",
            new CredentialUse.ClientBasic(null, "wrong-secret")
        );
        yield return Wrong(endpoint, "empty-secret", "an empty secret", new CredentialUse.ClientBasic(null, ""));
        yield return Wrong(
            endpoint,
            "unknown-client",
            "an unknown client",
            new CredentialUse.ClientBasic("unknown-client", null)
        );
        yield return Missing(endpoint, "no-client", "no client authentication", new CredentialUse.Anonymous());
        yield return Missing(
            endpoint,
            "malformed-basic",
            "Basic credentials that are not Base64",
            new CredentialUse.WholeHeader("Basic !")
        );
    }

    private static ContractCase Wrong(TokenEndpoint endpoint, string situation, string words, CredentialUse use)
    {
        var requirement = Requirement(endpoint, situation, words);
        var challenge = TokenRequests.Standard(
            endpoint,
            "basic.challenge",
            "The target MUST answer a failed HTTP Basic authentication with 401 and a Basic challenge.",
            Section,
            "TOK-14"
        );
        return Case(
            endpoint,
            situation,
            words,
            use,
            requirement,
            new StatusIs(requirement, [401]),
            [
                .. TokenRequests.IsError(endpoint, requirement, ["invalid_client"]),
                new HeaderIs(
                    challenge,
                    "WWW-Authenticate",
                    "(^|,\\s*)[Bb][Aa][Ss][Ii][Cc](\\s|$)",
                    "a Basic challenge"
                ),
            ]
        );
    }

    private static ContractCase Missing(TokenEndpoint endpoint, string situation, string words, CredentialUse use)
    {
        var requirement = Requirement(endpoint, situation, words);
        return Case(
            endpoint,
            situation,
            words,
            use,
            requirement,
            new StatusIs(requirement, [401, 400]),
            TokenRequests.IsError(endpoint, requirement, ["invalid_client", "invalid_request"])
        );
    }

    private static Requirement Requirement(TokenEndpoint endpoint, string situation, string words) =>
        TokenRequests.Standard(
            endpoint,
            $"refuses.{situation}",
            $"The target MUST refuse a token request with {words}.",
            Section,
            "TOK-13",
            "TOK-14"
        );

    private static ContractCase Case(
        TokenEndpoint endpoint,
        string situation,
        string words,
        CredentialUse use,
        Requirement requirement,
        StatusIs status,
        IEnumerable<ExchangeExpectation> body
    ) =>
        TokenRequests.Case(
            situation,
            $"a token request with {words} is refused",
            TokenRequests.Of(endpoint, TokenRequests.Declared(endpoint)) with
            {
                Credential = use,
            },
            requirement,
            [status, .. body]
        ) with
        {
            Tags = ["token", "refused"],
        };
}
