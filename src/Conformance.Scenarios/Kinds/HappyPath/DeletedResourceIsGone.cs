using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A deleted resource cannot be read any more, and deleting it again does no harm.</summary>
internal sealed class DeletedResourceIsGone : EndpointSource
{
    private const string ReadStep = "read after";
    private const string RepeatStep = "delete again";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Delete } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is null
        )
        {
            yield break;
        }

        if (
            endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is { } reader
            && endpoint.Context.Errors.Find(reader, 404) is { } gone
        )
        {
            var requirement = Sentences.Contract(
                RequirementIds.Operation(endpoint.Endpoint, "resource.deleted_is_gone"),
                $"The target MUST answer {reader.Name} with 404 after {endpoint.Endpoint.Name}.",
                role.Location,
                "HTTP-06"
            );
            yield return Case(
                endpoint,
                "deleted-is-gone",
                requirement,
                ReadStep,
                reader,
                endpoint.Context.Of(reader).Refusal(requirement, gone)
            );
        }

        var again = Sentences.Standard(
            RequirementIds.Operation(endpoint.Endpoint, "resource.delete_is_idempotent"),
            $"The target MUST keep to the effect of {endpoint.Endpoint.Name} when it is repeated.",
            role.Location,
            "RFC 9110 section 9.2.2",
            "HTTP-15"
        );
        var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
        yield return Case(
            endpoint,
            "delete-again",
            again,
            RepeatStep,
            endpoint.Endpoint,
            [new StatusIs(again, [404, 410, status])]
        );
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        string situation,
        Requirement requirement,
        string step,
        Endpoint then,
        IEnumerable<ExchangeExpectation> expectations
    )
    {
        var id = endpoint.CaseId(ScenarioKind.HappyPath, situation);
        var ready = endpoint.Ready(id);
        return endpoint.Case(
            ScenarioKind.HappyPath,
            situation,
            $"{then.Name} after {endpoint.Endpoint.Name}: {situation.Replace('-', ' ')}",
            requirement,
            [
                .. ready.Before,
                new CaseStep.Send(EndpointContext.RequestStep, ready.Request)
                {
                    IsArrangement = true,
                    Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(endpoint.Endpoint)])],
                },
                new CaseStep.Send(step, ResourceLife.OnCreated(endpoint.Context.Requests.Of(then, id, step)))
                {
                    Expectations = [.. expectations],
                },
            ]
        ) with
        {
            Tags = ["state"],
        };
    }
}
