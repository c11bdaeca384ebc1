using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>A text is thousands of times as long as it may be: refused for it, or for the size of the whole, and nothing breaks.</summary>
internal sealed class BodyIsOversized : EndpointSource
{
    private const int ContentTooLarge = 413;

    // Small enough for what stands before common servers, large enough for what reads into fixed buffers.
    private const int Characters = 250_000;

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (endpoint.Endpoint.Request is not { } request || endpoint.Validation is not { } answer)
        {
            yield break;
        }

        var field = new BodyFields(endpoint.Context.Effective)
            .Of(request.Schema)
            .FirstOrDefault(f => f.Template.LastName is not null && f.Schema.MaxLength is < Characters);
        if (field is null)
        {
            yield break;
        }

        var situation = $"{field.Template}/far-too-long";
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, situation));
        var body = JsonNode.Parse(((BodyTemplate.Json)ready.Request.Body).Value.GetRawText());
        var requirement = Sentences.Contract(
            RequirementIds.RequestField(endpoint.Endpoint, field.Template.ToString(), "maxLength"),
            FieldSentences.Of($"{field.Template} of {endpoint.Endpoint.Name}", "maxLength", field.Schema),
            field.Schema.LocationOf("maxLength"),
            "HTTP-25",
            "SEC-06"
        );
        yield return endpoint.Single(
            ScenarioKind.ValidationErrors,
            situation,
            $"{endpoint.Endpoint.Name} refuses {field.First} of a quarter of a million characters",
            requirement,
            ready with
            {
                Request = endpoint.WithBody(
                    ready.Request,
                    PayloadEditor.With(body, field.First, JsonValue.Create(new string('a', Characters)))
                ),
            },
            [new StatusIs(requirement, [answer.Status, ContentTooLarge])]
        ) with
        {
            Tags = ["refused", "maxLength", "large"],
        };
    }
}
