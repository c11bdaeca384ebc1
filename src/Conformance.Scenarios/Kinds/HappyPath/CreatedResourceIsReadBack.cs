using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>What creating a resource answered, and what was sent, is what reading it returns.</summary>
internal sealed class CreatedResourceIsReadBack : EndpointSource
{
    private const string ReadStep = "read back";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Create } role
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
        )
        {
            yield break;
        }

        var forms = new ResourceForms(endpoint.Context, role.Type);
        var id = endpoint.CaseId(ScenarioKind.HappyPath, "read-back");
        var create = endpoint.Context.Resources.Create(endpoint.Endpoint, id);
        var request = ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, id, ReadStep));
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.read_back"),
            $"The target MUST return from {reader.Name} what {endpoint.Endpoint.Name} created.",
            role.Location,
            "HTTP-06"
        );
        var readStatus = ResourceLife.SuccessStatus(reader);
        yield return new()
        {
            Id = id,
            Title = $"{reader.Name} returns what {endpoint.Endpoint.Name} created",
            Kind = ScenarioKind.HappyPath,
            Requirement = requirement,
            Endpoint = reader,
            Steps =
            [
                create,
                new CaseStep.Send(ReadStep, request)
                {
                    Expectations =
                    [
                        new StatusIs(requirement, [readStatus]),
                        .. forms.Shown(requirement, forms.Of(reader), create.Request.Body),
                    ],
                },
            ],
            Expectations =
            [
                new FieldsAgree(requirement, create.Name, ReadStep, [role.Identifier]),
                .. forms.Persist(requirement, (create.Name, endpoint.Endpoint), (ReadStep, reader), [], false)
                    is { } persist
                    ? (CaseExpectation[])[persist]
                    : [],
            ],
            Tags = ["state"],
        };
    }
}
