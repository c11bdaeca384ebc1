using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>Tokens are issued to a form that is posted, each parameter once, and to nothing in a URL (RFC 6749 sections 2.3.1 and 3.2).</summary>
internal sealed class TokenRequestIsAPostedForm : IScenarioSource
{
    private static readonly ImmutableArray<int> Refusals = [400, 401, 403, 404, 405, 415, 501];

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context.Specification.Authentication?.TokenEndpoint is { } endpoint
        && endpoint.ContentType.Value.Contains("form", StringComparison.OrdinalIgnoreCase)
            ? Compile(endpoint)
            : [];

    private static IEnumerable<ContractCase> Compile(TokenEndpoint endpoint)
    {
        var form = TokenRequests.Declared(endpoint);
        var request = TokenRequests.Of(endpoint, form);
        yield return Get(endpoint, "get-instead-of-post", "GET", request with { Method = "GET" });
        yield return Get(
            endpoint,
            "get-with-query",
            "GET with its parameters in the URL",
            request with
            {
                Method = "GET",
                Body = new BodyTemplate.None(),
                Query = form,
            }
        );
        if (endpoint.Parameters.Any(p => IsCredential(p.Key)))
        {
            yield return InUrl(endpoint, request, form);
        }

        if (form is [var first, ..])
        {
            yield return Tolerant(
                endpoint,
                "repeated-parameter",
                $"{first.Key} twice",
                "RFC 6749 section 3.2",
                request with
                {
                    Body = new BodyTemplate.Form([first, .. form]),
                }
            );
        }

        yield return Tolerant(
            endpoint,
            "token-request-as-json",
            "a JSON body",
            "RFC 6749 section 4.4.2",
            request with
            {
                Body = new BodyTemplate.FlatJson(form),
            }
        );
        if (endpoint.ClientAuthentication != "basic")
        {
            yield return Tolerant(
                endpoint,
                "two-client-authentications",
                "client credentials in the header and in the body",
                "RFC 6749 section 2.3",
                request with
                {
                    Credential = new CredentialUse.ClientBasic(null, null),
                }
            );
        }
    }

    private static ContractCase Get(TokenEndpoint endpoint, string situation, string words, RequestTemplate request)
    {
        var requirement = TokenRequests.Standard(
            endpoint,
            "post_only",
            "The target MUST NOT issue tokens to GET requests.",
            "RFC 6749 section 3.2",
            "TOK-01"
        );
        var allow = TokenRequests.Standard(
            endpoint,
            "allow",
            "The target MUST name the methods it knows in Allow when it answers 405.",
            "RFC 9110 section 15.5.6",
            "HTTP-03"
        );
        return TokenRequests.Case(
            situation,
            $"the token endpoint issues nothing to {words}",
            request,
            requirement,
            new StatusIs(requirement, Refusals),
            new HeaderIs(allow, "Allow", null, null) { WhenStatus = 405 }
        ) with
        {
            Tags = ["token", "refused"],
        };
    }

    private static ContractCase InUrl(
        TokenEndpoint endpoint,
        RequestTemplate request,
        ImmutableArray<KeyValuePair<string, ValueSource>> form
    )
    {
        var requirement = TokenRequests.Standard(
            endpoint,
            "no_secret_in_url",
            "The target MUST NOT issue tokens to credentials in the URL.",
            "RFC 6749 section 2.3.1",
            "TOK-06"
        );
        return TokenRequests.Case(
            "secret-in-url",
            "the token endpoint issues nothing to credentials in the URL",
            request with
            {
                Body = new BodyTemplate.Form([.. form.Where(p => !IsCredential(p.Key))]),
                Query = [.. endpoint.Parameters.Where(p => IsCredential(p.Key)).Select(Configured)],
                Credential = new CredentialUse.Anonymous(),
            },
            requirement,
            new StatusIs(requirement, Refusals)
        ) with
        {
            Tags = ["token", "refused"],
        };
    }

    // What RFC 6749 only recommends to refuse, or leaves to the server: a token is a warning, a server error is not.
    private static ContractCase Tolerant(
        TokenEndpoint endpoint,
        string situation,
        string words,
        string section,
        RequestTemplate request
    )
    {
        var aspect = situation.Replace('-', '_');
        var whole = TokenRequests.Standard(
            endpoint,
            $"{aspect}.no_server_error",
            $"The target MUST NOT answer a token request with {words} with a server error.",
            section,
            "ERR-11"
        );
        var refuses = TokenRequests.Recommended(
            endpoint,
            aspect,
            $"The target SHOULD refuse a token request with {words}.",
            section,
            "TOK-03",
            "TOK-07"
        );
        return TokenRequests.Case(
            situation,
            $"a token request with {words} is refused",
            request,
            refuses,
            new StatusIs(refuses, Refusals),
            new StatusIs(whole, Refusals.Insert(0, 200))
        ) with
        {
            Tags = ["token", "refused"],
        };
    }

    private static KeyValuePair<string, ValueSource> Configured(KeyValuePair<string, Located<string>> parameter) =>
        new(parameter.Key, Placeholder.Of(parameter.Value));

    private static bool IsCredential(string name) => name is "client_id" or "client_secret";
}
