using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A field that the specification computes from the request has the computed value, to the last decimal.</summary>
internal sealed class ComputedFieldsAgree : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        endpoint.Endpoint is { Resource: { } role, Request: { } body }
            ? role.Computed.SelectMany(computed => Compile(endpoint, body, computed))
            : [];

    private static IEnumerable<ContractCase> Compile(
        EndpointContext endpoint,
        RequestBody body,
        KeyValuePair<string, Located<string>> computed
    )
    {
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, $"resource.computed.{computed.Key}"),
            $"The target MUST answer {endpoint.Endpoint.Name} with {computed.Key} = {computed.Value.Value}.",
            computed.Value.Location,
            "HTTP-31"
        );
        var wasCompiled = false;
        foreach (var (situation, counts) in Payloads())
        {
            var id = $"computed/{computed.Key}/{situation}";
            var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.HappyPath, id));
            var valid = JsonNode.Parse(((BodyTemplate.Json)ready.Request.Body).Value.GetRawText());
            var payload = Fill(endpoint, body, valid, computed.Value.Value, counts);
            if (
                ComputedField.Compute(computed.Value, payload) is not { } value
                || !endpoint.Context.Judge.Agrees(body.Schema, payload, isValid: true)
            )
            {
                continue;
            }

            wasCompiled = true;
            var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
            yield return endpoint.Single(
                ScenarioKind.HappyPath,
                id,
                $"{endpoint.Endpoint.Name} answers {computed.Key} {value} for {situation.Replace('-', ' ')}",
                requirement,
                ready with
                {
                    Request = endpoint.WithBody(ready.Request, payload),
                },
                [
                    new StatusIs(endpoint.Requirements.Succeeds(status), [status]),
                    new FieldIs(requirement, computed.Key, JsonSerializer.SerializeToElement(value)),
                ]
            );
        }

        if (!wasCompiled)
        {
            endpoint.Context.Omit(
                requirement,
                "The formula is not one of sum(...), count(...) or a product of request fields."
            );
        }
    }

    // Sums that binary floating point gets wrong, one element, several, many.
    private static IEnumerable<(string Situation, decimal[][] Elements)> Payloads()
    {
        yield return (
            "one-element",
            [
                [2m, 29.99m],
            ]
        );
        yield return (
            "several-elements",
            [
                [1m, 0.10m],
                [2m, 0.20m],
                [3m, 19.99m],
            ]
        );
        yield return (
            "cents-that-binary-cannot-hold",
            [
                [3m, 1.10m],
                [7m, 0.07m],
                [1m, 1.01m],
            ]
        );
        yield return (
            "large-quantities",
            [
                [999m, 99.99m],
                [998m, 100.01m],
            ]
        );
    }

    // The formula's fields take the numbers in turn: the first field the first number of each element.
    private static JsonNode? Fill(
        EndpointContext endpoint,
        RequestBody body,
        JsonNode? valid,
        string formula,
        decimal[][] elements
    )
    {
        var fields = new BodyFields(endpoint.Context.Effective)
            .Of(body.Schema)
            .Where(f =>
                f.Template.LastName is not null && formula.Contains(f.Template.ToString(), StringComparison.Ordinal)
            )
            .Where(f => (f.Schema.Types & (JsonTypes.Number | JsonTypes.Integer)) != 0 && f.Template.HasElements)
            .OrderBy(f => formula.IndexOf(f.Template.ToString(), StringComparison.Ordinal))
            .ToList();
        var payload = valid;
        for (var i = 0; i < elements.Length; i++)
        {
            payload = fields.Count == 0 ? payload : Element(payload, fields[0].First, i);
            foreach (var (field, value) in fields.Zip(elements[i]))
            {
                payload = PayloadEditor.With(payload, field.Template.At(i), JsonValue.Create(value));
            }
        }

        return payload;
    }

    // A further element starts as a copy of the first, which is valid.
    private static JsonNode? Element(JsonNode? payload, FieldPath field, int index)
    {
        var first = field;
        while (!first.IsRoot && first.LastName is not null)
        {
            first = first.Parent;
        }

        return index == 0
            ? payload
            : PayloadEditor.With(payload, first.Parent.Element(index), PayloadEditor.Find(payload, first));
    }
}
