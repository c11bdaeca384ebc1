using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>Every field of a request body, just inside and just outside each keyword of its definition.</summary>
internal sealed class BodyFieldsAreChecked : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        endpoint.Endpoint.Request is not { } request
            ? []
            : new BodyFields(endpoint.Context.Effective)
                .Of(request.Schema)
                .SelectMany(field => Compile(endpoint, request, field));

    private static IEnumerable<ContractCase> Compile(EndpointContext endpoint, RequestBody request, BodyField field)
    {
        var place = field.Template.IsRoot ? "body" : field.Template.ToString();
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, place));
        var body = JsonNode.Parse(((BodyTemplate.Json)ready.Request.Body).Value.GetRawText());
        if (!endpoint.Context.Judge.Agrees(request.Schema, body, isValid: true))
        {
            endpoint.Context.Omit(
                Requirement(endpoint, field, "type"),
                "No valid payload could be made; give an example."
            );
            yield break;
        }

        var wasLast = false;
        foreach (var probe in Probes(endpoint, field, PayloadEditor.Find(body, field.First)))
        {
            if (Case(endpoint, request, field, ready, new(place, field.First, body, probe)) is { } first)
            {
                yield return first;
            }

            // Once per field: the last element is checked like the first, and the details say which one it was.
            if (!wasLast && !probe.IsAccepted && field.Template.HasElements && LastPlace(field, body) is { } last)
            {
                wasLast = true;
                var lastPlace = place.Replace("[]", "[last]", StringComparison.Ordinal);
                yield return Case(endpoint, request, field, ready, last with { Place = lastPlace, Probe = probe })!;
            }
        }
    }

    private static ContractCase? Case(
        EndpointContext endpoint,
        RequestBody request,
        BodyField field,
        ReadyRequest ready,
        Trial trial
    )
    {
        var (place, path, valid, probe) = trial;
        var body = probe!.IsAbsent ? PayloadEditor.Without(valid, path) : PayloadEditor.With(valid, path, probe.Value);
        var validation = endpoint.Validation;
        if (
            !endpoint.Context.Judge.Agrees(request.Schema, body, probe.IsAccepted)
            || !probe.IsAccepted && validation is null
        )
        {
            return null;
        }

        var requirement = Requirement(endpoint, field, probe.Keyword) with { Level = probe.Level };
        var name = path.IsRoot ? null : path.ToString();
        return endpoint.Single(
            ScenarioKind.ValidationErrors,
            $"{place}/{probe.Id}",
            ProbeTitles.Of(endpoint.Endpoint.Name, name ?? "the body", probe),
            requirement,
            ready with
            {
                Request = endpoint.WithBody(ready.Request, body),
            },
            probe.IsAccepted
                ? [new IsAccepted(requirement, name)]
                : endpoint.Refusal(requirement, validation!, probe.NamesField ? name : null)
        ) with
        {
            Tags = [probe.IsAccepted ? "accepted" : "refused", probe.Keyword],
        };
    }

    private static IEnumerable<FieldProbe> Probes(EndpointContext endpoint, BodyField field, JsonNode? sample)
    {
        var context = endpoint.Context;
        var name = field.Template.LastName;
        var subject = new FieldUnderTest(
            name,
            field.Schema,
            field.Required is not null,
            sample,
            context.Strings,
            context.Patterns
        );
        return FieldSituations.All.SelectMany(situation => situation.Probe(subject));
    }

    // Three elements, the last of which is wrong; fewer where no three are allowed.
    private static Trial? LastPlace(BodyField field, JsonNode? body)
    {
        var array = FieldPath.Parse(
            field.Template.ToString()[..field.Template.ToString().IndexOf("[]", StringComparison.Ordinal)]
        );
        if (PayloadEditor.Find(body, array) is not JsonArray { Count: > 0 } elements)
        {
            return null;
        }

        JsonArray three = [.. Enumerable.Range(0, 3).Select(i => elements[i % elements.Count]?.DeepClone())];
        var path = field.Template.At(2, 0);
        return new("", path, PayloadEditor.With(body, array, three), null);
    }

    private static Requirement Requirement(EndpointContext endpoint, BodyField field, string keyword)
    {
        var path = field.Template.ToString();
        var subject = $"{(path.Length == 0 ? "the body" : path)} of {endpoint.Endpoint.Name}";
        return Sentences.Contract(
            RequirementIds.RequestField(endpoint.Endpoint, path, keyword),
            FieldSentences.Of(subject, keyword, field.Schema),
            keyword == "required" && field.Required is { } required ? required : field.Schema.LocationOf(keyword),
            "HTTP-25"
        );
    }

    private sealed record Trial(string Place, FieldPath Path, JsonNode? Valid, FieldProbe? Probe);
}
