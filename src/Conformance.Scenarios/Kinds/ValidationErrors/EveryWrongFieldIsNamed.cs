using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>
/// Several fields are wrong at once, and each of them is named: two of the body itself, two
/// elements of an array, two of one object inside.
/// </summary>
internal sealed class EveryWrongFieldIsNamed : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (endpoint.Endpoint.Request is not { } request || endpoint.Validation is not { NamesFields: true } answer)
        {
            yield break;
        }

        var fields = new BodyFields(endpoint.Context.Effective).Of(request.Schema).ToList();
        var plain = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, "body"));
        var body = JsonNode.Parse(((BodyTemplate.Json)plain.Request.Body).Value.GetRawText());
        var requirement = Sentences.Contract(
            RequirementIds.Response(endpoint.Endpoint, answer.Status, "details.every"),
            $"The target MUST name every offending field in the error details of {endpoint.Endpoint.Name}.",
            answer.Location,
            "ERR-04"
        );
        foreach (var (situation, words, wrong, paths) in Bodies(endpoint, fields, body))
        {
            if (!endpoint.Context.Judge.Agrees(request.Schema, wrong, isValid: false))
            {
                continue;
            }

            var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, situation));
            yield return endpoint.Single(
                ScenarioKind.ValidationErrors,
                $"body/{situation}",
                $"{endpoint.Endpoint.Name} names {words}: {string.Join(" and ", paths)}",
                requirement,
                ready with
                {
                    Request = endpoint.WithBody(ready.Request, wrong),
                },
                [
                    .. endpoint.Refusal(requirement, answer),
                    .. paths.Select(p => new DetailsName(requirement, p.ToString())),
                ]
            ) with
            {
                Tags = ["refused", "details"],
            };
        }
    }

    private static IEnumerable<(string Situation, string Words, JsonNode? Body, FieldPath[] Paths)> Bodies(
        EndpointContext endpoint,
        List<BodyField> fields,
        JsonNode? body
    )
    {
        var plain = fields
            .Where(f => f.Template.LastName is not null)
            .Select(f => (Field: f, Value: Wrong(endpoint, f, body)))
            .Where(f => f.Value is not null)
            .Select(f => new WrongField(f.Field, f.Value!))
            .ToList();
        foreach (var siblings in plain.Where(f => !f.Template.HasElements).GroupBy(f => f.Template.Parent.ToString()))
        {
            if (siblings.ToList() is [var first, .., var last])
            {
                var parent = siblings.Key.Length == 0 ? "" : $"-of-{siblings.Key}";
                yield return At(
                    $"two-wrong-fields{parent}",
                    "both wrong fields",
                    body,
                    (first, first.First),
                    (last, last.First)
                );
            }
        }

        foreach (var inside in plain.Where(f => f.Template.HasElements).GroupBy(f => f.Template.Parent.ToString()))
        {
            var field = inside.Last();
            if (ElementPlaces.Last(fields, field.Field, body) is { } place)
            {
                yield return At(
                    $"two-wrong-elements-of-{inside.Key}",
                    "both wrong elements",
                    place.Body,
                    (field, field.First),
                    (field, place.Path)
                );
            }
        }

        // One outside and one inside, for whoever stops between the levels.
        if (plain.FirstOrDefault(f => f.Template.Segments.Length == 1) is { } outer)
        {
            foreach (var inner in plain.Where(f => f.Template.Segments.Length > 1).TakeLast(1))
            {
                yield return At(
                    "wrong-fields-of-two-levels",
                    "wrong fields of both levels",
                    body,
                    (outer, outer.First),
                    (inner, inner.First)
                );
            }
        }
    }

    private static (string, string, JsonNode?, FieldPath[]) At(
        string situation,
        string words,
        JsonNode? body,
        params (WrongField Field, FieldPath Path)[] places
    ) =>
        (
            situation,
            words,
            places.Aggregate(body, (wrong, p) => PayloadEditor.With(wrong, p.Path, p.Field.Value)),
            [.. places.Select(p => p.Path)]
        );

    // Beyond a bound, for a reader of typed bodies may stop at the first value of another type.
    private static JsonNode? Wrong(EndpointContext endpoint, BodyField field, JsonNode? body)
    {
        var subject = new FieldUnderTest(
            field.Template.LastName,
            field.Schema,
            field.Required is not null,
            PayloadEditor.Find(body, field.First),
            endpoint.Context.Strings,
            endpoint.Context.Patterns
        );
        return FieldSituations
            .All.SelectMany(situation => situation.Probe(subject))
            .FirstOrDefault(p =>
                p is { IsAccepted: false, IsAbsent: false, NamesField: true, Level: RequirementLevel.Must }
                && p.Keyword is not ("type" or "required")
                && p.Value is JsonValue
            )
            ?.Value;
    }

    private sealed record WrongField(BodyField Field, JsonNode Value)
    {
        public FieldPath First => Field.First;

        public FieldPath Template => Field.Template;
    }
}
