using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>A transition from a state that does not allow it is refused with the declared conflict, and changes nothing.</summary>
internal sealed class RefusedTransitionChangesNothing : EndpointSource
{
    private const string RepeatStep = "repeat";
    private const string BeforeStep = "read before";
    private const string AfterStep = "read after";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Transition } role
            || !LeavesItsStates(role)
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is null
            || endpoint.Context.Errors.Find(endpoint.Endpoint, 409) is not { } conflict
        )
        {
            yield break;
        }

        var answer = conflict with { Code = role.ConflictError?.Value ?? conflict.Code };
        var id = endpoint.CaseId(ScenarioKind.EdgeCases, "transition-twice");
        var ready = endpoint.Ready(id);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.from"),
            $"The target MUST refuse {endpoint.Endpoint.Name} with {answer.Status} from a state that does not allow it.",
            role.Location
        );
        var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
        var repeated = ResourceLife.OnCreated(endpoint.Context.Requests.Of(endpoint.Endpoint, id, RepeatStep));
        yield return endpoint.Case(
            ScenarioKind.EdgeCases,
            "transition-twice",
            $"{endpoint.Endpoint.Name} a second time is refused with {answer.Status} {answer.Code}",
            requirement,
            [
                .. ready.Before,
                new CaseStep.Send(EndpointContext.RequestStep, ready.Request)
                {
                    IsArrangement = true,
                    Expectations = [new StatusIs(requirement, [status])],
                },
                .. StillThere(endpoint, role, id, BeforeStep, requirement),
                new CaseStep.Send(RepeatStep, repeated) { Expectations = [.. endpoint.Refusal(requirement, answer)] },
                .. StillThere(endpoint, role, id, AfterStep, requirement),
            ]
        ) with
        {
            Expectations = [.. Unchanged(endpoint, role, requirement)],
            Tags = ["state", "refused"],
        };
    }

    // The state the transition leads to is not one it may start from.
    private static bool LeavesItsStates(ResourceRole role) =>
        role.Sets.Any(set =>
            role.From.Any(from => from.Key == set.Key && from.Value.All(v => v.GetRawText() != set.Value.GetRawText()))
        );

    private static IEnumerable<CaseExpectation> Unchanged(
        EndpointContext endpoint,
        ResourceRole role,
        Requirement requirement
    )
    {
        if (
            endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is { } reader
            && new ResourceForms(endpoint.Context, role.Type).Persist(
                requirement,
                (BeforeStep, reader),
                (AfterStep, reader),
                [],
                isUntouched: true
            )
                is { } persist
        )
        {
            yield return persist;
        }
    }

    private static IEnumerable<CaseStep> StillThere(
        EndpointContext endpoint,
        ResourceRole role,
        string id,
        string step,
        Requirement requirement
    )
    {
        if (endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is { } reader)
        {
            yield return new CaseStep.Send(step, ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, id, step)))
            {
                Expectations =
                [
                    new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)]),
                    .. role.Sets.Select(s => new FieldIs(requirement, s.Key, s.Value)),
                ],
            };
        }
    }
}
