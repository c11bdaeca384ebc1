using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>A request of somebody unknown is not carried out and then refused: what it would have changed is as it was.</summary>
internal sealed class RefusedCallerChangesNothing : EndpointSource
{
    private const string BeforeStep = "read before";
    private const string AfterStep = "read after";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            !endpoint.IsProtected
            || endpoint.Context.Specification.Authentication is not { } authentication
            || endpoint.Endpoint.Resource
                is not { Action: ResourceAction.Update or ResourceAction.Transition or ResourceAction.Delete } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is null
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
        )
        {
            yield break;
        }

        var answer = CredentialIsDemanded.Unauthorized(endpoint, authentication);
        yield return Case(
            endpoint,
            role,
            reader,
            "refused-caller",
            "with no credential",
            new CredentialUse.Anonymous(),
            answer
        );
        if (MissingScope.For(endpoint) is { } credential)
        {
            var forbidden =
                endpoint.Context.Errors.FindAnywhere(endpoint.Endpoint, 403)
                ?? new ErrorAnswer(403, null, false, endpoint.Endpoint.Scopes[0].Location);
            yield return Case(
                endpoint,
                role,
                reader,
                "refused-scope",
                "with a token that lacks the scope",
                credential,
                forbidden
            );
        }
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint reader,
        string situation,
        string caller,
        CredentialUse credential,
        ErrorAnswer answer
    )
    {
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "authentication.changes_nothing"),
            $"The target MUST leave the {role.Type.Value} as it was when it refuses the caller of {endpoint.Endpoint.Name}.",
            answer.Location,
            "BRR-02",
            "SEC-07"
        );
        var id = endpoint.CaseId(ScenarioKind.AuthRefresh, situation);
        var ready = endpoint.Ready(id);
        var status = ResourceLife.SuccessStatus(reader);
        return endpoint.Case(
            ScenarioKind.AuthRefresh,
            situation,
            $"{endpoint.Endpoint.Name} {caller} changes nothing",
            requirement,
            [
                .. ready.Before,
                Read(BeforeStep) with
                {
                    IsArrangement = true,
                },
                new CaseStep.Send(EndpointContext.RequestStep, ready.Request with { Credential = credential })
                {
                    Expectations = [new StatusIs(requirement, [answer.Status])],
                },
                Read(AfterStep),
            ]
        ) with
        {
            Expectations =
            [
                new FieldsAgree(
                    requirement,
                    BeforeStep,
                    AfterStep,
                    endpoint.Context.Of(reader).RequiredFieldsOf(status)
                ),
            ],
            Tags = ["refused", "credential", "state"],
        };

        CaseStep.Send Read(string step) =>
            new(step, ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, id, step)))
            {
                Expectations = [new StatusIs(requirement, [status])],
            };
    }
}
