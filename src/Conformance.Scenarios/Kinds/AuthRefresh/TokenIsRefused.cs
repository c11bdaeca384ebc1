using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>The token endpoint refuses invalid requests as RFC 6749 section 5.2 says.</summary>
internal sealed class TokenIsRefused : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context.Specification.Authentication?.TokenEndpoint is { } endpoint
            ? Compile(endpoint).Append(OtherMethod(endpoint))
            : [];

    private static IEnumerable<ContractCase> Compile(TokenEndpoint endpoint)
    {
        foreach (var refusal in Refusals(endpoint))
        {
            var requirement = TokenRequests.Standard(
                endpoint,
                $"refuses.{refusal.Situation}",
                $"The target MUST refuse a token request with {refusal.Words} ({string.Join(" or ", refusal.Codes)}).",
                "RFC 6749 section 5.2",
                "TOK-13",
                "TOK-17"
            );
            yield return TokenRequests.Case(
                refusal.Situation,
                $"a token request with {refusal.Words} is refused",
                TokenRequests.Of(endpoint, refusal.Form),
                requirement,
                new StatusIs(requirement, refusal.Statuses),
                new BodyMatches(requirement, TokenSchema.Error(endpoint.Location, [.. refusal.Codes]))
            ) with
            {
                Tags = ["token", "refused"],
            };
        }
    }

    private static IEnumerable<Refusal> Refusals(TokenEndpoint endpoint)
    {
        // A failed client authentication is 401 by header, 400 or 401 by body; what else is wrong is 400.
        if (endpoint.ClientAuthentication != "basic")
        {
            yield return new(
                "wrong-secret",
                "a wrong secret",
                TokenRequests.With(endpoint, "client_secret", "wrong-secret"),
                [401, 400],
                ["invalid_client"]
            );
            yield return new(
                "unknown-client",
                "an unknown client",
                TokenRequests.With(endpoint, "client_id", "unknown-client"),
                [401, 400],
                ["invalid_client"]
            );
            yield return new(
                "no-secret",
                "no secret",
                TokenRequests.With(endpoint, "client_secret", null),
                [401, 400],
                ["invalid_client", "invalid_request"]
            );
        }

        yield return new(
            "no-grant-type",
            "no grant type",
            TokenRequests.With(endpoint, "grant_type", null),
            [400],
            ["invalid_request"]
        );
        yield return new(
            "unsupported-grant-type",
            "a grant type that is not declared",
            TokenRequests.With(endpoint, "grant_type", "urn:example:unknown"),
            [400],
            ["unsupported_grant_type", "unauthorized_client"]
        );
    }

    // Without credentials: secrets do not belong into a URL, not even to see them refused there.
    private static ContractCase OtherMethod(TokenEndpoint endpoint)
    {
        var requirement = TokenRequests.Standard(
            endpoint,
            "post_only",
            "The target MUST NOT issue tokens to GET requests.",
            "RFC 6749 section 3.2",
            "TOK-01"
        );
        var request = TokenRequests.Of(endpoint, []) with { Method = "GET", Body = new BodyTemplate.None() };
        return TokenRequests.Case(
            "get-instead-of-post",
            "the token endpoint issues nothing to GET",
            request,
            requirement,
            new StatusIs(requirement, [405, 400, 401, 403, 404, 501])
        ) with
        {
            Tags = ["token", "refused"],
        };
    }

    private sealed record Refusal(
        string Situation,
        string Words,
        ImmutableArray<KeyValuePair<string, ValueSource>> Form,
        ImmutableArray<int> Statuses,
        ImmutableArray<string> Codes
    );
}
