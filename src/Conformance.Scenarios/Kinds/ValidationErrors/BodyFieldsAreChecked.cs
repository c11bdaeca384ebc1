using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>Every field of a request body, just inside and just outside each keyword of its definition.</summary>
internal sealed class BodyFieldsAreChecked : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (endpoint.Endpoint.Request is not { } request)
        {
            return [];
        }

        var body = new BodyFields(endpoint.Context.Effective);
        var fields = body.Of(request.Schema).ToList();
        if (body.IsCut(request.Schema))
        {
            endpoint.Context.Omit(
                Sentences.Contract(
                    RequirementIds.RequestField(endpoint.Endpoint, "", "levels"),
                    $"The target MUST check every field of {endpoint.Endpoint.Name} as declared.",
                    request.Schema.Location,
                    "HTTP-25"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Written out, the body has more than {SchemaLevels.MostPlaces} fields: the outermost {fields.Count} have cases of their own."
                )
            );
        }

        return fields.SelectMany(field => Compile(endpoint, request, fields, field));
    }

    private static IEnumerable<ContractCase> Compile(
        EndpointContext endpoint,
        RequestBody request,
        IReadOnlyList<BodyField> fields,
        BodyField field
    )
    {
        var name = field.Template.IsRoot ? "body" : field.Template.ToString();
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, name));
        var body = JsonNode.Parse(((BodyTemplate.Json)ready.Request.Body).Value.GetRawText());
        if (!endpoint.Context.Judge.Agrees(request.Schema, body, isValid: true))
        {
            endpoint.Context.Omit(
                Requirement(endpoint, field, "type"),
                "No valid payload could be made; give an example."
            );
            yield break;
        }

        var first = ElementPlaces.First(fields, field, body);
        var last = ElementPlaces.Last(fields, field, body);
        var probes = Probes(endpoint, field, PayloadEditor.Find(body, field.First)).ToList();
        var atTheLast = last is null ? [] : Representatives(probes);
        foreach (var probe in probes)
        {
            if (Case(endpoint, request, field, ready, first, probe) is { } atFirst)
            {
                yield return atFirst;
            }

            if (atTheLast.Contains(probe) && Case(endpoint, request, field, ready, last!, probe) is { } atLast)
            {
                yield return atLast;
            }
        }

        // Whoever passes over an element passes over all rules for it: one is enough.
        var elsewhere = IsFirstOfElements(fields, field) ? ElementPlaces.Elsewhere(fields, field, body) : [];
        foreach (var place in elsewhere)
        {
            if (
                Representatives(probes)
                    .Select(probe => Case(endpoint, request, field, ready, place, probe))
                    .FirstOrDefault(c => c is not null) is
                { } atPlace
            )
            {
                yield return atPlace;
            }
        }
    }

    private static bool IsFirstOfElements(IReadOnlyList<BodyField> fields, BodyField field) =>
        field.Template.HasElements
        && fields.First(f =>
            f.Template.HasElements
            && f.Template.Segments[0] == field.Template.Segments[0]
            && (f.Template.LastName is not null || f.Schema.Properties.IsEmpty)
        ) == field;

    private static ContractCase? Case(
        EndpointContext endpoint,
        RequestBody request,
        BodyField field,
        ReadyRequest ready,
        FieldPlace place,
        FieldProbe probe
    )
    {
        var body = probe.IsAbsent
            ? PayloadEditor.Without(place.Body, place.Path)
            : PayloadEditor.With(place.Body, place.Path, probe.Value);
        var name = place.Path.IsRoot ? null : place.Path.ToString();
        var changed = ready with { Request = endpoint.WithBody(ready.Request, body) };
        var situation = $"{place.Name}/{probe.Id}";
        var title = ProbeTitles.Of(endpoint.Endpoint.Name, name ?? "the body", probe);
        if (probe.IsOpen)
        {
            var stimulus = $"{endpoint.Endpoint.Name}, {name ?? "the body"} {probe.Words}";
            return endpoint.Open(ScenarioKind.ValidationErrors, situation, title, changed, stimulus);
        }

        if (
            !endpoint.Context.Judge.Agrees(request.Schema, body, probe.IsAccepted)
            || !probe.IsAccepted && endpoint.Validation is null
        )
        {
            return null;
        }

        var requirement = Requirement(endpoint, field, probe.Keyword) with { Level = probe.Level };
        var contractCase = endpoint.Single(
            ScenarioKind.ValidationErrors,
            situation,
            title,
            requirement,
            changed,
            probe.IsAccepted
                ? [new IsAccepted(requirement, name)]
                : endpoint.Refusal(requirement, endpoint.Validation!, probe.NamesField ? name : null)
        ) with
        {
            Tags = [probe.IsAccepted ? "accepted" : "refused", probe.Keyword],
        };
        return probe.IsAccepted ? ReadBack.AfterAcceptance(endpoint, contractCase, field) : contractCase;
    }

    private static IEnumerable<FieldProbe> Probes(EndpointContext endpoint, BodyField field, JsonNode? sample)
    {
        var context = endpoint.Context;
        var subject = new FieldUnderTest(
            field.Template.LastName,
            field.Schema,
            field.Required is not null,
            sample,
            context.Strings,
            context.Patterns
        )
        {
            IsProperty = field.Template.LastName is not null,
        };
        return FieldSituations.All.SelectMany(situation => situation.Probe(subject));
    }

    // One refusal for each keyword is tried at the last element as well: whoever looks at the first element only misses
    // all of them, and whoever checks some rules for each element and others once is found out by the rule.
    private static HashSet<FieldProbe> Representatives(IEnumerable<FieldProbe> probes) =>
        [
            .. probes
                .Where(p => p is { IsAccepted: false, IsOpen: false })
                .GroupBy(p => p.Keyword)
                .Select(g => g.FirstOrDefault(p => p.IsAbsent || p.Value is not null) ?? g.First()),
        ];

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
}
