using System.Collections.Immutable;
using System.Text.Json;
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
                        .. SentFields(
                            endpoint,
                            endpoint.Context.Of(reader).BodyOf(readStatus),
                            create.Request.Body,
                            requirement
                        ),
                    ],
                },
            ],
            Expectations = [new FieldsAgree(requirement, create.Name, ReadStep, CommonFields(endpoint, reader, role))],
            Tags = ["state"],
        };
    }

    /// <summary>The fields that both answers have, without those that a transition may move on meanwhile.</summary>
    private static ImmutableArray<string> CommonFields(EndpointContext creator, Endpoint reader, ResourceRole role)
    {
        var moving = creator
            .Context.Specification.Endpoints.Where(e => e.Resource is { } other && other.Type.Value == role.Type.Value)
            .SelectMany(e => e.Resource!.Sets.Select(s => s.Key))
            .ToHashSet(StringComparer.Ordinal);
        var created = creator.RequiredFieldsOf(ResourceLife.SuccessStatus(creator.Endpoint));
        var read = creator.Context.Of(reader).RequiredFieldsOf(ResourceLife.SuccessStatus(reader));
        return [.. created.Where(f => read.Contains(f) && !moving.Contains(f)).DefaultIfEmpty(role.Identifier.Value)];
    }

    /// <summary>The plain values of the request that the resource's representation has under the same name.</summary>
    private static IEnumerable<FieldIs> SentFields(
        EndpointContext endpoint,
        SchemaNode? representation,
        BodyTemplate body,
        Requirement requirement
    )
    {
        if (representation is null || body is not BodyTemplate.Json { Value.ValueKind: JsonValueKind.Object } json)
        {
            yield break;
        }

        foreach (var sent in json.Value.EnumerateObject())
        {
            var field = representation.Properties.FirstOrDefault(p => p.Name.Value == sent.Name);
            var isPlain = sent.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
            if (field is not null && isPlain && !endpoint.Context.Effective.Of(field.Schema).WriteOnly)
            {
                yield return new FieldIs(requirement, sent.Name, sent.Value);
            }
        }
    }
}
