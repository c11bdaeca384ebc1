using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>What an update sends is what reading the resource returns afterwards.</summary>
internal sealed class UpdateChangesResource : EndpointSource
{
    private const string ReadStep = "read back";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint is not { Resource: { Action: ResourceAction.Update } role, Request: not null }
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is null
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
        )
        {
            yield break;
        }

        var id = endpoint.CaseId(ScenarioKind.HappyPath, "update-is-read-back");
        var ready = endpoint.Ready(id);
        var status = ResourceLife.SuccessStatus(reader);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.update_is_read_back"),
            $"The target MUST return from {reader.Name} what {endpoint.Endpoint.Name} set.",
            role.Location
        );
        var sent = ((BodyTemplate.Json)ready.Request.Body).Value;
        ImmutableArray<FieldIs> fields =
        [
            .. sent.EnumerateObject()
                .Where(p => p.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                .Where(p =>
                    endpoint.Context.Of(reader).BodyOf(status)?.Properties.Any(q => q.Name.Value == p.Name) is true
                )
                .Select(p => new FieldIs(requirement, p.Name, p.Value)),
        ];
        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            "update-is-read-back",
            $"{reader.Name} returns what {endpoint.Endpoint.Name} set",
            requirement,
            [
                .. ready.Before,
                new CaseStep.Send(EndpointContext.RequestStep, ready.Request)
                {
                    Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(endpoint.Endpoint)])],
                },
                new CaseStep.Send(ReadStep, ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, id, ReadStep)))
                {
                    Expectations = [new StatusIs(requirement, [status]), .. fields],
                },
            ]
        ) with
        {
            Tags = ["state"],
        };
    }
}
