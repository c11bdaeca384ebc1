using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Form = System.Collections.Immutable.ImmutableArray<System.Collections.Generic.KeyValuePair<
    string,
    Conformance.Scenarios.Cases.ValueSource
>>;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>The token endpoint refuses invalid requests as RFC 6749 section 5.2 says.</summary>
internal sealed class TokenIsRefused : IScenarioSource
{
    private const string Secret = "client_secret";

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context.Specification.Authentication?.TokenEndpoint is { } endpoint ? Refusals(endpoint) : [];

    private static IEnumerable<ContractCase> Refusals(TokenEndpoint endpoint)
    {
        // A failed client authentication is 401 by header, 400 or 401 by body; what else is wrong is 400.
        if (endpoint.ClientAuthentication != "basic")
        {
            foreach (var (situation, words, form) in WrongClients(endpoint))
            {
                yield return Case(endpoint, situation, words, form, [401, 400], ["invalid_client"]);
            }

            foreach (var (situation, words, form) in MissingClients(endpoint))
            {
                yield return Case(endpoint, situation, words, form, [401, 400], ["invalid_client", "invalid_request"]);
            }
        }

        // A server that only looks whether the grant type is the one it knows calls a missing one unsupported.
        yield return Case(
            endpoint,
            "no-grant-type",
            "no grant type",
            TokenRequests.With(endpoint, "grant_type", null),
            [400],
            ["invalid_request", "unsupported_grant_type"]
        );
        foreach (var (situation, grant) in OtherGrants)
        {
            yield return Case(
                endpoint,
                situation,
                $"the grant type {grant}, which is not declared",
                TokenRequests.With(endpoint, "grant_type", grant),
                [400],
                ["unsupported_grant_type", "unauthorized_client"]
            );
        }
    }

    private static readonly ImmutableArray<(string Situation, string Grant)> OtherGrants =
    [
        ("unsupported-grant-type", "urn:example:unknown"),
        ("password-grant-type", "password"),
    ];

    private static IEnumerable<(string, string, Form)> WrongClients(TokenEndpoint endpoint)
    {
        yield return ("wrong-secret", "a wrong secret", TokenRequests.With(endpoint, Secret, "wrong-secret"));
        yield return (
            "cut-secret",
            "a secret that was cut short",
            TokenRequests.Changed(endpoint, Secret, CredentialChange.CutShort)
        );
        yield return (
            "secret-in-other-case",
            "a secret whose letters are in the other case",
            TokenRequests.Changed(endpoint, Secret, CredentialChange.LetterCase)
        );
        yield return (
            "unknown-client",
            "an unknown client",
            TokenRequests.With(endpoint, "client_id", "unknown-client")
        );
    }

    private static IEnumerable<(string, string, Form)> MissingClients(TokenEndpoint endpoint)
    {
        yield return ("no-secret", "no secret", TokenRequests.With(endpoint, Secret, null));
        yield return ("empty-secret", "an empty secret", TokenRequests.With(endpoint, Secret, ""));
        yield return ("no-client", "no client", TokenRequests.With(endpoint, "client_id", null));
    }

    private static ContractCase Case(
        TokenEndpoint endpoint,
        string situation,
        string words,
        Form form,
        ImmutableArray<int> statuses,
        ImmutableArray<string> codes
    )
    {
        var requirement = TokenRequests.Standard(
            endpoint,
            $"refuses.{situation}",
            $"The target MUST refuse a token request with {words} ({string.Join(" or ", codes)}).",
            "RFC 6749 section 5.2",
            "TOK-13",
            "TOK-17"
        );
        return TokenRequests.Case(
            situation,
            $"a token request with {words} is refused",
            TokenRequests.Of(endpoint, form),
            requirement,
            [new StatusIs(requirement, statuses), .. TokenRequests.IsError(endpoint, requirement, codes)]
        ) with
        {
            Tags = ["token", "refused"],
        };
    }
}
