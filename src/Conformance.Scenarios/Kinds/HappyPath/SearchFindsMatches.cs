using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A search finds what was created and matches, nothing that does not match, and nothing when nothing matches.</summary>
internal sealed class SearchFindsMatches : EndpointSource
{
    private const string SearchStep = "search";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Search, QueryParameter: { } parameter } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { Request: not null } creator
        )
        {
            yield break;
        }

        var id = endpoint.CaseId(ScenarioKind.HappyPath, "finds-created");
        var create = endpoint.Context.Resources.Create(creator, id);
        var body = JsonNode.Parse(((BodyTemplate.Json)create.Request.Body).Value.GetRawText());
        if (PayloadEditor.Find(body, FieldPath.Parse(parameter)) is not JsonValue value)
        {
            yield break;
        }

        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.search"),
            $"The target MUST return from {endpoint.Endpoint.Name} the resources whose {parameter} matches, and no others.",
            role.Location
        );
        var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
        var found = Search(
            endpoint,
            id,
            parameter,
            new ValueSource.Literal(ValidRequests.TextOf(value)),
            requirement,
            status
        );
        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            "finds-created",
            $"{endpoint.Endpoint.Name} finds what {creator.Name} created",
            requirement,
            create,
            found with
            {
                Expectations =
                [
                    .. found.Expectations,
                    new BodyMatches(requirement, OnlyMatching(role, parameter, value)),
                ],
            }
        ) with
        {
            Expectations =
            [
                new ListContainsOnce(
                    requirement,
                    ResourceLife.CreateStep,
                    creator.Resource!.Identifier,
                    SearchStep,
                    role.CollectionField,
                    role.Identifier,
                    PageSize.Of(endpoint)?.Greatest
                ),
            ],
            Tags = ["state"],
        };

        var none = Search(endpoint, id, parameter, new ValueSource.RunUnique("nobody"), requirement, status);
        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            "finds-nothing",
            $"{endpoint.Endpoint.Name} answers {status} without results when nothing matches",
            requirement,
            none with
            {
                Expectations = [.. none.Expectations, new BodyMatches(requirement, CollectionSchema.AtMost(role, 0))],
            }
        );
    }

    private static CaseStep.Send Search(
        EndpointContext endpoint,
        string caseId,
        string parameter,
        ValueSource value,
        Requirement requirement,
        int status
    )
    {
        var request = endpoint.Context.Requests.Of(endpoint.Endpoint, caseId, SearchStep);
        return new(
            SearchStep,
            request with
            {
                Query = [.. request.Query.Where(q => q.Key != parameter), new(parameter, value)],
            }
        )
        {
            Expectations = [new StatusIs(requirement, [status])],
        };
    }

    // Every element that shows the field shows the value that was searched for.
    private static SchemaNode OnlyMatching(ResourceRole role, string parameter, JsonValue value)
    {
        var element = new SchemaNode
        {
            Location = role.Location,
            Properties =
            [
                new(
                    new(parameter, role.Location),
                    new() { Location = role.Location, Const = JsonSerializer.SerializeToElement(value) },
                    null
                ),
            ],
        };
        return CollectionSchema.Of(role, new() { Location = role.Location, Items = element });
    }
}
