using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A transition sets the fields it declares, and reading the resource shows it.</summary>
internal sealed class TransitionMovesState : EndpointSource
{
    private const string ReadStep = "read back";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Transition, Sets.IsEmpty: false } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is null
        )
        {
            yield break;
        }

        var id = endpoint.CaseId(ScenarioKind.HappyPath, "moves-state");
        var ready = endpoint.Ready(id);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.sets"),
            $"The target MUST set {string.Join(", ", role.Sets.Select(s => $"{s.Key} to {s.Value}"))} by {endpoint.Endpoint.Name}.",
            role.Location
        );
        ImmutableArray<FieldIs> fields = [.. role.Sets.Select(s => new FieldIs(requirement, s.Key, s.Value))];
        var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
        var send = new CaseStep.Send(EndpointContext.RequestStep, ready.Request)
        {
            Expectations =
            [
                new StatusIs(requirement, [status]),
                .. fields.Where(f => endpoint.BodyOf(status)?.Properties.Any(p => p.Name.Value == f.Field) is true),
            ],
        };
        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            "moves-state",
            $"{endpoint.Endpoint.Name} sets {string.Join(", ", role.Sets.Select(s => $"{s.Key}: {s.Value}"))}, and reading shows it",
            requirement,
            [.. ready.Before, send, .. ReadBack(endpoint, role, id, requirement, fields)]
        ) with
        {
            Tags = ["state"],
        };
    }

    private static IEnumerable<CaseStep> ReadBack(
        EndpointContext endpoint,
        ResourceRole role,
        string caseId,
        Requirement requirement,
        ImmutableArray<FieldIs> fields
    )
    {
        if (endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is { } reader)
        {
            var request = ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, caseId, ReadStep));
            yield return new CaseStep.Send(ReadStep, request)
            {
                Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)]), .. fields],
            };
        }
    }
}
