using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>Required headers left out, and headers whose value is not what the specification says.</summary>
/// <remarks>The credential, the content type and the idempotency key have cases of their own.</remarks>
internal sealed class HeadersAreChecked : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        endpoint.Validation is null
            ? []
            : endpoint
                .Endpoint.Headers.Where(h => !endpoint.Context.Requests.IsSpecial(h.Name))
                .Where(h =>
                    !string.Equals(
                        h.Name,
                        endpoint.Endpoint.Idempotency?.Header.Value,
                        StringComparison.OrdinalIgnoreCase
                    )
                )
                .SelectMany(header => Compile(endpoint, header));

    private static IEnumerable<ContractCase> Compile(EndpointContext endpoint, HeaderDefinition header)
    {
        var name = header.Name.Value;
        var id = endpoint.CaseId(ScenarioKind.ValidationErrors, $"header.{name}");
        var ready = endpoint.Ready(id);
        var schema = endpoint.Context.Effective.Of(header.Schema);
        var probes = TextProbes
            .Of(endpoint.Context, id, name, header.Required, header.Schema)
            .Where(p => !p.IsAccepted && (p.IsAbsent || TextProbes.FitsHeader(ValidRequests.TextOf(p.Value))));
        foreach (var probe in header.Required ? probes.Concat(Empty(schema)) : probes)
        {
            // What an optional header holds when it is wrong is often ignored, and the specification seldom forbids that.
            var requirement = Sentences.Contract(
                RequirementIds.RequestHeader(endpoint.Endpoint, name, probe.Keyword),
                FieldSentences.Of($"header {name} of {endpoint.Endpoint.Name}", probe.Keyword, schema),
                header.Name.Location,
                "HTTP-26"
            ) with
            {
                Level = header.Required ? probe.Level : RequirementLevel.Should,
            };
            yield return endpoint.Single(
                ScenarioKind.ValidationErrors,
                $"header.{name}/{probe.Id}",
                ProbeTitles.Of(endpoint.Endpoint.Name, $"header {name}", probe),
                requirement,
                ready with
                {
                    Request = With(ready.Request, name, probe),
                },
                endpoint.Refusal(requirement, endpoint.Validation!)
            ) with
            {
                Tags = ["refused", probe.Keyword, "header"],
            };
        }
    }

    // An empty value is no UUID; what an empty value of a free text means, nobody has said.
    private static IEnumerable<FieldProbe> Empty(SchemaNode schema) =>
        schema.Format is not null && schema.Pattern is null
            ? [FieldProbe.Refused("empty", "format", "", $"not of format {schema.Format}")]
            : [];

    private static RequestTemplate With(RequestTemplate request, string name, FieldProbe probe) =>
        request with
        {
            Headers =
            [
                .. request.Headers.Where(h => !string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)),
                .. probe.IsAbsent
                    ? Array.Empty<KeyValuePair<string, ValueSource>>()
                    : [new(name, new ValueSource.Literal(ValidRequests.TextOf(probe.Value)))],
            ],
        };
}
