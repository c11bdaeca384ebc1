using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>An update that is refused leaves the resource as it was, also where one of its fields would have been valid.</summary>
internal sealed class RefusedUpdateChangesNothing : EndpointSource
{
    private const string BeforeStep = "read before";
    private const string AfterStep = "read after";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint is not { Resource: { Action: ResourceAction.Update } role, Request: { } body }
            || endpoint.Validation is not { } answer
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
            || InvalidBody.Of(endpoint, body) is not { } invalid
        )
        {
            yield break;
        }

        var id = endpoint.CaseId(ScenarioKind.EdgeCases, "refused-update");
        var ready = endpoint.Ready(id);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.refused_update"),
            $"The target MUST leave the {role.Type.Value} as it was when it refuses {endpoint.Endpoint.Name}.",
            role.Location
        );
        yield return endpoint.Case(
            ScenarioKind.EdgeCases,
            "refused-update",
            $"{endpoint.Endpoint.Name} changes nothing when it is refused",
            requirement,
            [
                .. ready.Before,
                Read(endpoint, reader, id, BeforeStep, requirement) with
                {
                    IsArrangement = true,
                },
                new CaseStep.Send(EndpointContext.RequestStep, ready.Request with { Body = invalid })
                {
                    Expectations = [new StatusIs(requirement, [answer.Status])],
                },
                Read(endpoint, reader, id, AfterStep, requirement),
            ]
        ) with
        {
            Expectations =
            [
                new ResourceForms(endpoint.Context, role.Type).Persist(
                    requirement,
                    (BeforeStep, reader),
                    (AfterStep, reader),
                    [],
                    isUntouched: true
                )
                    is { } persist
                    ? persist
                    : new FieldsAgree(requirement, BeforeStep, AfterStep, [role.Identifier]),
            ],
            Tags = ["state"],
        };
    }

    private static CaseStep.Send Read(
        EndpointContext endpoint,
        Endpoint reader,
        string id,
        string step,
        Requirement requirement
    ) =>
        new(step, ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, id, step)))
        {
            Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)])],
        };
}
