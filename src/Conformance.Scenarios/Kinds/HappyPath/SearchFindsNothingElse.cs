using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A search finds what has the value that is searched for, and not what merely begins with it, or has it in other letters, large or small.</summary>
internal sealed class SearchFindsNothingElse : EndpointSource
{
    private const string OtherStep = "create with another value";
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

        foreach (
            var (situation, difference, change) in (IEnumerable<(string, string, Func<string, string>)>)
                [
                    ("finds-no-prefix", "only begins with what is searched for", text => text + "0"),
                    ("finds-no-other-case", "is in other letters, large or small", OtherCase),
                ]
        )
        {
            if (Case(endpoint, role, creator, body, parameter, situation, difference, change) is { } contractCase)
            {
                yield return contractCase;
            }
        }
    }

    private static ContractCase? Case(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint creator,
        RequestBody body,
        string parameter,
        string situation,
        string difference,
        Func<string, string> change
    )
    {
        var id = endpoint.CaseId(ScenarioKind.HappyPath, situation);
        var create = endpoint.Context.Resources.Create(creator, id);
        var payload = JsonNode.Parse(((BodyTemplate.Json)create.Request.Body).Value.GetRawText());
        var field = FieldPath.Parse(parameter);
        if (
            PayloadEditor.Find(payload, field) is not JsonValue value
            || value.GetValueKind() is not JsonValueKind.String
            || value.GetValue<string>() is var text && change(text) == text
        )
        {
            return null;
        }

        var other = PayloadEditor.With(payload, field, JsonValue.Create(change(text)));
        if (!endpoint.Context.Judge.Agrees(body.Schema, other, isValid: true))
        {
            return null;
        }

        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.search"),
            $"The target MUST return from {endpoint.Endpoint.Name} the resources whose {parameter} matches, and no others.",
            role.Location
        );
        var request = endpoint.Context.Requests.Of(endpoint.Endpoint, id, SearchStep);
        return endpoint.Case(
            ScenarioKind.HappyPath,
            situation,
            $"{endpoint.Endpoint.Name} finds nothing whose {parameter} {difference}",
            requirement,
            create,
            // A provider that does not know the other value refuses it, and then there is nothing it could find.
            new CaseStep.Send(
                OtherStep,
                endpoint.Context.Requests.Of(creator, id, OtherStep) with
                {
                    Body = ValidRequests.Json(body, other),
                }
            ),
            new CaseStep.Send(
                SearchStep,
                request with
                {
                    Query =
                    [
                        .. request.Query.Where(q => q.Key != parameter),
                        new(parameter, new ValueSource.Literal(text)),
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
                    OtherStep,
                    creator.Resource!.Identifier,
                    SearchStep,
                    ResourceForms.PlaceOf(role)
                ),
            ],
            Tags = ["state"],
        };
    }

    private static string OtherCase(string text) =>
        string.Concat(
            text.Select(c => char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))
        );
}
