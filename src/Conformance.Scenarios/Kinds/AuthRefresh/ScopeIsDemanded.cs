using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>A token without the scope of an operation is refused with 403; one with that scope alone is enough.</summary>
internal sealed class ScopeIsDemanded : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        var needed = endpoint.Endpoint.Scopes.Select(s => s.Value).ToImmutableArray();
        if (
            !endpoint.IsProtected
            || needed.IsEmpty
            || endpoint.Context.Specification.Authentication is not { TokenEndpoint: not null } authentication
        )
        {
            yield break;
        }

        var others = authentication
            .Scopes.Select(s => s.Key)
            .Concat(endpoint.Context.Specification.Endpoints.SelectMany(e => e.Scopes.Select(s => s.Value)))
            .Distinct(StringComparer.Ordinal)
            .Where(scope => !needed.Contains(scope))
            .ToImmutableArray();
        var answer =
            endpoint.Context.Errors.FindAnywhere(endpoint.Endpoint, 403)
            ?? new ErrorAnswer(403, null, false, endpoint.Endpoint.Scopes[0].Location);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "security.scopes"),
            $"The target MUST serve {endpoint.Endpoint.Name} to tokens with scope {string.Join(' ', needed)} and to no others.",
            endpoint.Endpoint.Scopes[0].Location,
            "BRR-05"
        );
        if (others.IsEmpty)
        {
            endpoint.Context.Omit(requirement, "No other scope is declared that a token could be asked for with.");
        }
        else
        {
            yield return Case(
                endpoint,
                "missing-scope",
                others,
                requirement,
                Refused(endpoint, authentication, requirement, answer),
                "is refused with 403"
            );
        }

        yield return Case(
            endpoint,
            "sufficient-scope",
            needed,
            requirement,
            [new CredentialIsTaken(requirement)],
            "is accepted"
        );
    }

    private static IEnumerable<ExchangeExpectation> Refused(
        EndpointContext endpoint,
        Authentication authentication,
        Requirement requirement,
        ErrorAnswer answer
    ) =>
        BearerChallenge.IsUsed(authentication)
            ? endpoint.Refusal(requirement, answer).Append(BearerChallenge.Naming(authentication, "insufficient_scope"))
            : endpoint.Refusal(requirement, answer);

    private static ContractCase Case(
        EndpointContext endpoint,
        string situation,
        ImmutableArray<string> scopes,
        Requirement requirement,
        IEnumerable<ExchangeExpectation> expectations,
        string outcome
    )
    {
        // What the operation works on is made with the ordinary token, so that the scope is all that is missing.
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.AuthRefresh, situation));
        return endpoint.Single(
            ScenarioKind.AuthRefresh,
            situation,
            $"{endpoint.Endpoint.Name} with a token of scope {string.Join(' ', scopes)} {outcome}",
            requirement,
            ready with
            {
                Request = ready.Request with { Credential = new CredentialUse.WithScopes(scopes) },
            },
            expectations
        ) with
        {
            Tags = ["scope"],
        };
    }
}
