using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>A token has the scope that was asked for, and its response says so (RFC 6749 section 3.3).</summary>
internal sealed class TokenScopes : IScenarioSource
{
    private const string Unknown = "no-such-scope";

    // A quotation mark belongs to no scope (RFC 6749 section 3.3).
    private const string Malformed = "bad\"scope";

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context.Specification.Authentication is { TokenEndpoint: { } endpoint } authentication
            ? Compile(endpoint, authentication)
            : [];

    private static IEnumerable<ContractCase> Compile(TokenEndpoint endpoint, Authentication authentication)
    {
        var declared = Names(endpoint.Parameters.FirstOrDefault(p => p.Key == "scope").Value?.Value ?? "");
        ImmutableArray<string> known = [.. authentication.Scopes.Select(s => s.Key).Concat(declared).Distinct()];
        if (known.IsEmpty)
        {
            yield break;
        }

        // A single scope is all that the specification asks for, too.
        var each = known.Select(s => ImmutableArray.Create(s)).Append(declared).Where(a => !a.IsEmpty);
        foreach (var asked in each.DistinctBy(SituationOf))
        {
            yield return Granted(endpoint, asked);
        }

        yield return NotGranted(endpoint, "unknown-scope", "a scope that does not exist", Unknown, known, []);
        yield return NotGranted(
            endpoint,
            "malformed-scope",
            "a scope with a quotation mark",
            Malformed,
            known,
            ["invalid_request"]
        );
        yield return Default(endpoint, "scope-left-out", "without a scope", null);
        yield return Default(endpoint, "empty-scope", "with an empty scope", "");
    }

    private static ContractCase Granted(TokenEndpoint endpoint, ImmutableArray<string> asked)
    {
        var requirement = Sentences.Contract(
            RequirementIds.Section("authentication", "token", "scope"),
            "The target MUST issue tokens of the scope that was asked for, and say so in scope.",
            endpoint.Location,
            "RFC 6749 section 3.3",
            "TOK-10"
        );
        return TokenRequests.Case(
            SituationOf(asked),
            $"a token that is asked for with scope {string.Join(' ', asked)} has that scope",
            TokenRequests.Of(endpoint, TokenRequests.With(endpoint, "scope", string.Join(' ', asked))),
            requirement,
            new StatusIs(requirement, [200]),
            new GrantedScopeIs(requirement, asked)
        ) with
        {
            Tags = ["token"],
        };
    }

    private static ContractCase NotGranted(
        TokenEndpoint endpoint,
        string situation,
        string words,
        string scope,
        ImmutableArray<string> known,
        ImmutableArray<string> otherCodes
    )
    {
        var requirement = TokenRequests.Standard(
            endpoint,
            situation.Replace('-', '_'),
            $"The target MUST NOT grant {words}: it refuses with invalid_scope, or grants less and says what.",
            "RFC 6749 section 3.3",
            "TOK-10",
            "TOK-13"
        );
        return TokenRequests.Case(
            situation,
            $"a token request with {words} is refused, or granted without it",
            TokenRequests.Of(endpoint, TokenRequests.With(endpoint, "scope", $"{known[0]} {scope}")),
            requirement,
            new StatusIs(requirement, [400, 200]),
            new UnknownScopeIsNotGranted(requirement, scope, otherCodes.Insert(0, "invalid_scope"))
        ) with
        {
            Tags = ["token", "refused"],
        };
    }

    private static ContractCase Default(TokenEndpoint endpoint, string situation, string words, string? scope)
    {
        var requirement = TokenRequests.Standard(
            endpoint,
            "default_scope",
            "The target MUST use a default scope where none is asked for, or refuse with invalid_scope.",
            "RFC 6749 section 3.3",
            "TOK-15",
            "TOK-16"
        );
        var told = TokenRequests.Recommended(
            endpoint,
            "default_scope.told",
            "The target SHOULD say which scope a token has that was asked for without one.",
            "RFC 6749 section 3.3",
            "TOK-16"
        );
        return TokenRequests.Case(
            situation,
            $"a token request {words} gets the default scope, or is refused with invalid_scope",
            TokenRequests.Of(endpoint, TokenRequests.With(endpoint, "scope", scope)),
            requirement,
            new StatusIs(requirement, [200, 400]),
            new BodyMatches(requirement, TokenSchema.TokenOrError(endpoint.Location, "invalid_scope")),
            new BodyMatches(told, TokenSchema.ScopeOrError(endpoint.Location))
        ) with
        {
            Tags = ["token"],
        };
    }

    private static string SituationOf(ImmutableArray<string> asked) => $"scope-{string.Join('-', asked)}";

    private static ImmutableArray<string> Names(string scope) =>
        [.. scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
