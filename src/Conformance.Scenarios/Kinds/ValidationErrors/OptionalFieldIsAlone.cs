using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>Each optional field may come without the others: optional fields do not demand one another.</summary>
internal sealed class OptionalFieldIsAlone : EndpointSource
{
    // With one optional field the body is the full one, with two it is the full one without the other.
    private const int TellsNothingNew = 2;

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (endpoint.Endpoint.Request is not { } request)
        {
            return [];
        }

        var optional = new BodyFields(endpoint.Context.Effective)
            .Of(request.Schema)
            .Where(f => f.Required is null && f.Template.LastName is not null)
            .ToList();
        return optional.Count > TellsNothingNew ? optional.SelectMany(field => Compile(endpoint, request, field)) : [];
    }

    private static IEnumerable<ContractCase> Compile(EndpointContext endpoint, RequestBody request, BodyField field)
    {
        var situation = $"{field.Template}/alone";
        var id = endpoint.CaseId(ScenarioKind.ValidationErrors, situation);
        var (full, least) = (endpoint.Ready(id), endpoint.Ready(id, PayloadShape.Minimal));
        var body = PayloadEditor.With(Body(least), field.First, PayloadEditor.Find(Body(full), field.First));
        if (!endpoint.Context.Judge.Agrees(request.Schema, body, isValid: true))
        {
            yield break;
        }

        var name = field.First.ToString();
        var requirement = Sentences.Contract(
            RequirementIds.RequestField(endpoint.Endpoint, field.Template.ToString(), "alone"),
            $"The target MUST accept {field.Template} of {endpoint.Endpoint.Name} without other optional fields.",
            field.Schema.Location,
            "HTTP-25"
        );
        yield return endpoint.Single(
            ScenarioKind.ValidationErrors,
            situation,
            $"{endpoint.Endpoint.Name} accepts {name} as the only optional field",
            requirement,
            least with
            {
                Request = endpoint.WithBody(least.Request, body),
            },
            [new IsAccepted(requirement, name)]
        ) with
        {
            Tags = ["accepted", "optional"],
        };
    }

    private static JsonNode? Body(ReadyRequest ready) =>
        JsonNode.Parse(((BodyTemplate.Json)ready.Request.Body).Value.GetRawText());
}
