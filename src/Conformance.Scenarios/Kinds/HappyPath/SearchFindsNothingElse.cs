using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A search does not find what merely begins with the value that is searched for, and finds what has it in full.</summary>
internal sealed class SearchFindsNothingElse : EndpointSource
{
    private const string LongerStep = "create with a longer value";
    private const string SearchStep = "search";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Search, QueryParameter: { } parameter } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { Request: { } body } creator
        )
        {
            yield break;
        }

        const string Situation = "finds-no-prefix";
        var id = endpoint.CaseId(ScenarioKind.HappyPath, Situation);
        var create = endpoint.Context.Resources.Create(creator, id);
        var payload = JsonNode.Parse(((BodyTemplate.Json)create.Request.Body).Value.GetRawText());
        var field = FieldPath.Parse(parameter);
        if (
            PayloadEditor.Find(payload, field) is not JsonValue value
            || value.GetValueKind() is not JsonValueKind.String
        )
        {
            yield break;
        }

        var longer = PayloadEditor.With(payload, field, JsonValue.Create(value.GetValue<string>() + "0"));
        if (!endpoint.Context.Judge.Agrees(body.Schema, longer, isValid: true))
        {
            yield break;
        }

        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.search"),
            $"The target MUST return from {endpoint.Endpoint.Name} the resources whose {parameter} matches, and no others.",
            role.Location
        );
        var request = endpoint.Context.Requests.Of(endpoint.Endpoint, id, SearchStep);
        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            Situation,
            $"{endpoint.Endpoint.Name} finds nothing whose {parameter} only begins with what is searched for",
            requirement,
            create,
            // A provider that does not know the longer value refuses it, and then there is nothing it could find.
            new CaseStep.Send(
                LongerStep,
                endpoint.Context.Requests.Of(creator, id, LongerStep) with
                {
                    Body = ValidRequests.Json(body, longer),
                }
            ),
            new CaseStep.Send(
                SearchStep,
                request with
                {
                    Query =
                    [
                        .. request.Query.Where(q => q.Key != parameter),
                        new(parameter, new ValueSource.Literal(value.GetValue<string>())),
                    ],
                }
            )
            {
                Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(endpoint.Endpoint)])],
            }
        ) with
        {
            Expectations =
            [
                new ListLacks(
                    requirement,
                    LongerStep,
                    creator.Resource!.Identifier,
                    SearchStep,
                    ResourceForms.PlaceOf(role)
                ),
            ],
            Tags = ["state"],
        };
    }
}
