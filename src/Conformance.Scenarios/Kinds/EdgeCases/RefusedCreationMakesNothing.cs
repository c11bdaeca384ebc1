using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>A creation that is refused, for its body or for its sender, makes nothing; the valid one after it makes one.</summary>
internal sealed class RefusedCreationMakesNothing : EndpointSource
{
    private const string BeforeStep = "list before";
    private const string AfterStep = "list after";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (endpoint.Endpoint.Resource is not { Action: ResourceAction.Create } role)
        {
            yield break;
        }

        const string Situation = "refused-creations";
        var id = endpoint.CaseId(ScenarioKind.EdgeCases, Situation);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.refused_creation"),
            $"The target MUST create nothing when it refuses {endpoint.Endpoint.Name}.",
            role.Location
        );
        var create = endpoint.Context.Resources.Create(endpoint.Endpoint, id);
        var refused = Refused(endpoint, id).ToList();
        if (refused.Count == 0 || Listing.Of(endpoint, create.Request) is not { } listing)
        {
            yield break;
        }

        yield return endpoint.Case(
            ScenarioKind.EdgeCases,
            Situation,
            $"{endpoint.Endpoint.Name} creates nothing when it is refused ({string.Join(", ", refused.Select(r => r.Name))})",
            requirement,
            [
                listing.Step(id, BeforeStep, requirement) with
                {
                    IsArrangement = true,
                },
                .. refused,
                create,
                listing.Step(id, AfterStep, requirement),
            ]
        ) with
        {
            Isolation = CaseIsolation.SharedState,
            Expectations =
            [
                new OnlyAddition(requirement, BeforeStep, create.Name, role.Identifier, AfterStep, listing.Place),
            ],
            Tags = ["state", "refused"],
        };
    }

    private static IEnumerable<CaseStep.Send> Refused(EndpointContext endpoint, string id)
    {
        var errors = endpoint.Context.Errors;
        if (
            endpoint is { Validation: { } invalid, Endpoint.Request: { } body }
            && InvalidBody.Of(endpoint, body) is { } wrong
        )
        {
            yield return Step(endpoint, id, "invalid", "to an invalid body", invalid, r => r with { Body = wrong });
        }

        if (endpoint.IsProtected && errors.FindAnywhere(endpoint.Endpoint, 401) is { } unauthorized)
        {
            yield return Step(
                endpoint,
                id,
                "tampered credential",
                "to a request with tampered credential",
                unauthorized,
                r => r with { Credential = new CredentialUse.Tampered(CredentialChange.LastCharacter) }
            );
        }

        if (MissingScope.For(endpoint) is { } use && errors.FindAnywhere(endpoint.Endpoint, 403) is { } forbidden)
        {
            yield return Step(
                endpoint,
                id,
                "missing scope",
                "to a request with missing scope",
                forbidden,
                r => r with { Credential = use }
            );
        }
    }

    private static CaseStep.Send Step(
        EndpointContext endpoint,
        string id,
        string name,
        string when,
        ErrorAnswer answer,
        Func<RequestTemplate, RequestTemplate> spoil
    ) =>
        new(name, spoil(endpoint.Context.Requests.Of(endpoint.Endpoint, id, name)))
        {
            IsArrangement = true,
            Expectations = [new StatusIs(endpoint.Requirements.Refuses(answer, when), [answer.Status])],
        };
}
