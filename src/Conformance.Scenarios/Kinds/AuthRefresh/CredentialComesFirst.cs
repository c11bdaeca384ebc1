using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>
/// Whoever has no credential learns nothing: neither what is wrong with a body nor what exists. Good practice that no
/// standard demands, so it only warns.
/// </summary>
internal sealed class CredentialComesFirst : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (!endpoint.IsProtected || endpoint.Context.Specification.Authentication is not { } authentication)
        {
            yield break;
        }

        if (endpoint.Endpoint.Request is { } body && InvalidBody.Of(endpoint, body) is { } invalid)
        {
            yield return Case(
                endpoint,
                authentication,
                "credential-before-validation",
                "before_validation",
                "an invalid body",
                "the body",
                request => request with { Body = invalid }
            );
        }

        if (ResourceLife.NeedsResource(endpoint.Endpoint))
        {
            yield return Case(
                endpoint,
                authentication,
                "credential-before-existence",
                "before_existence",
                "the identifier of nothing",
                "what its path names",
                request => request
            );
        }
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        Authentication authentication,
        string situation,
        string aspect,
        string words,
        string second,
        Func<RequestTemplate, RequestTemplate> spoil
    )
    {
        var answer = CredentialIsDemanded.Unauthorized(endpoint, authentication);
        var requirement = Sentences.Proposal(
            RequirementIds.Operation(endpoint.Endpoint, $"authentication.{aspect}"),
            $"The target SHOULD look at the credential of {endpoint.Endpoint.Name} before {second}.",
            answer.Location,
            "BRR-10"
        );
        var id = endpoint.CaseId(ScenarioKind.AuthRefresh, situation);
        var request = endpoint.Context.Requests.Of(endpoint.Endpoint, id, EndpointContext.RequestStep);
        return endpoint.Single(
            ScenarioKind.AuthRefresh,
            situation,
            $"{endpoint.Endpoint.Name} with {words} and no credential is refused with 401",
            requirement,
            new([], spoil(request) with { Credential = new CredentialUse.Anonymous() }),
            [new StatusIs(requirement, [answer.Status])]
        ) with
        {
            Tags = ["refused", "credential"],
        };
    }
}
