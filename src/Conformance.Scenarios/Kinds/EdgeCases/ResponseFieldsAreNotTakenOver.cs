using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>
/// A request also carries fields that only the answer declares (an identifier, a state, a computed sum). They are refused
/// or ignored, never taken over; neither in the answer nor in what is read back.
/// </summary>
internal sealed class ResponseFieldsAreNotTakenOver : EndpointSource
{
    private const string Situation = "response-fields-in-request";
    private const string ReadStep = "read back";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint
                is not {
                    Request: { } request,
                    Resource: { Action: ResourceAction.Create or ResourceAction.Update } role
                }
            || endpoint.Context.Effective.Of(request.Schema) is not { AdditionalPropertiesAllowed: not false } accepted
            || endpoint.BodyOf(ResourceLife.SuccessStatus(endpoint.Endpoint)) is not { } answered
        )
        {
            yield break;
        }

        var reader = endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read);
        var read = reader is null ? null : endpoint.Context.Of(reader).BodyOf(ResourceLife.SuccessStatus(reader));
        var chosen = answered
            .Properties.Where(p => p.IsRequired && accepted.Properties.All(a => a.Name.Value != p.Name.Value))
            .Select(p => (p.Name.Value, Value: Chosen(endpoint, p, read)))
            .Where(c => c.Value is not null)
            .ToList();
        if (chosen.Count == 0)
        {
            yield break;
        }

        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.EdgeCases, Situation));
        // A body that is a text, say, has no fields.
        if (
            ready.Request.Body is not BodyTemplate.Json json
            || JsonNode.Parse(json.Value.GetRawText()) is not JsonObject body
        )
        {
            yield break;
        }

        chosen.ForEach(c => body[c.Item1] = c.Value!.DeepClone());
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "request.response_fields"),
            $"The target MUST NOT take over from a request what only the response of {endpoint.Endpoint.Name} declares.",
            role.Location,
            "SEC-04"
        );
        var words = $"{endpoint.Endpoint.Name} with {string.Join(", ", chosen.Select(c => c.Item1))} in the request";
        FieldIsNot[] kept = [.. chosen.Select(c => Kept(requirement, c.Item1, c.Value!))];
        var steps = new List<CaseStep>(ready.Before)
        {
            new CaseStep.Send(EndpointContext.RequestStep, endpoint.WithBody(ready.Request, body))
            {
                Expectations = [new IsAcceptedOrRefused(requirement, words), .. kept],
                Captures = [new Capture(ResourceLife.Identifier, role.Identifier.Value)],
            },
        };
        if (reader is not null && read is not null)
        {
            var shown = read.Properties.Select(p => p.Name.Value).ToHashSet(StringComparer.Ordinal);
            steps.Add(
                new CaseStep.Send(
                    ReadStep,
                    ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, Situation, ReadStep))
                )
                {
                    OnlyAfterSuccessOf = EndpointContext.RequestStep,
                    Expectations = [.. kept.Where(k => shown.Contains(k.Field))],
                }
            );
        }

        yield return endpoint.Case(
            ScenarioKind.EdgeCases,
            Situation,
            $"{endpoint.Endpoint.Name} does not take over {string.Join(", ", chosen.Select(c => c.Item1))} from the request",
            requirement,
            steps
        ) with
        {
            Tags = ["state", "security"],
        };
    }

    private static FieldIsNot Kept(Requirement requirement, string field, JsonNode value) =>
        new(requirement, field, JsonSerializer.SerializeToElement(value));

    // A value that the target would hardly choose by itself; none where there is no such value.
    private static JsonNode? Chosen(EndpointContext endpoint, SchemaProperty property, SchemaNode? read)
    {
        var written = read?.Properties.FirstOrDefault(p => p.Name.Value == property.Name.Value);
        var (own, other) = (
            endpoint.Context.Effective.Of(property.Schema),
            written is null ? null : endpoint.Context.Effective.Of(written.Schema)
        );
        var schema = other is { Enum.Length: > 0 } ? other : own;
        var shown = own.Examples.Select(e => e.Value.ToString()).ToHashSet(StringComparer.Ordinal);
        if (!schema.Enum.IsDefaultOrEmpty)
        {
            // The last of a list of states is hardly the first one.
            return schema.Enum.Length > 1 && !shown.Contains(schema.Enum[^1].ToString())
                ? JsonNode.Parse(schema.Enum[^1].GetRawText())
                : null;
        }

        return schema.Types switch
        {
            JsonTypes.String => JsonValue.Create(Text(schema)),
            JsonTypes.Number => JsonValue.Create(
                Math.Min(7919.13m, NumberValues.GreatestOf(schema) ?? decimal.MaxValue)
            ),
            JsonTypes.Integer => JsonValue.Create(Math.Min(7919m, NumberValues.GreatestOf(schema) ?? decimal.MaxValue)),
            _ => null,
        };
    }

    private static string Text(SchemaNode schema) =>
        (schema.Format is { } format ? SchemaFormats.Normalize(format) : "") switch
        {
            "date-time" => "2001-02-03T04:05:06Z",
            "date" => "2001-02-03",
            "uri" => "https://chosen.example/by-the-client",
            "uuid" => "11111111-2222-4333-8444-555555555555",
            "iso-4217" => "XTS",
            _ => CodePoints.Take("chosen-by-the-client", schema.MaxLength ?? 50),
        };
}
