using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
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
        endpoint
            .Endpoint.Headers.Where(h => !endpoint.Context.Requests.IsSpecial(h.Name))
            .Where(h =>
                !string.Equals(h.Name, endpoint.Endpoint.Idempotency?.Header.Value, StringComparison.OrdinalIgnoreCase)
            )
            .SelectMany(header => Compile(endpoint, header));

    private static IEnumerable<ContractCase> Compile(EndpointContext endpoint, HeaderDefinition header)
    {
        var name = header.Name.Value;
        var id = endpoint.CaseId(ScenarioKind.ValidationErrors, $"header.{name}");
        var ready = endpoint.Ready(id);
        var schema = endpoint.Context.Effective.Of(header.Schema);
        foreach (var probe in Probes(endpoint, header, id, schema))
        {
            var situation = $"header.{name}/{probe.Id}";
            var title = ProbeTitles.Of(endpoint.Endpoint.Name, $"header {name}", probe);
            var request = ready with { Request = With(ready.Request, name, probe) };
            if (probe.IsOpen)
            {
                var stimulus = $"{endpoint.Endpoint.Name}, header {name} {probe.Words}";
                yield return endpoint.Open(ScenarioKind.ValidationErrors, situation, title, request, stimulus);
                continue;
            }

            // What an optional header holds when it is wrong is often ignored, and the specification seldom forbids that.
            var requirement = Sentences.Contract(
                RequirementIds.RequestHeader(endpoint.Endpoint, name, probe.Keyword),
                FieldSentences.Of($"header {name} of {endpoint.Endpoint.Name}", probe.Keyword, schema),
                header.Name.Location,
                "HTTP-26"
            ) with
            {
                Level = header.Required || probe.IsAccepted ? probe.Level : RequirementLevel.Should,
            };
            yield return endpoint.Single(
                ScenarioKind.ValidationErrors,
                situation,
                title,
                requirement,
                request,
                probe.IsAccepted
                    ? [new IsAccepted(requirement, null)]
                    : endpoint.Refusal(requirement, endpoint.Validation!)
            ) with
            {
                Tags = [probe.IsAccepted ? "accepted" : "refused", probe.Keyword, "header"],
            };
        }
    }

    // What is right is tried where the header must be sent, for there it must be read; of an optional one, whether it may
    // be left out, and one wrong value.
    private static IEnumerable<FieldProbe> Probes(
        EndpointContext endpoint,
        HeaderDefinition header,
        string id,
        SchemaNode schema
    )
    {
        var probes = TextProbes
            .Of(endpoint.Context, id, header.Name, header.Required, header.Schema)
            .Where(p => p.IsAbsent || TextProbes.FitsHeader(ValidRequests.TextOf(p.Value)))
            .Where(p => p.IsOpen || p.IsAccepted ? header.Required : endpoint.Validation is not null);
        return header.Required
            ? probes.Concat(endpoint.Validation is null ? [] : Empty(schema)).Concat(Hostile)
            : probes.Take(1).Prepend(LeftOut);
    }

    private static FieldProbe LeftOut { get; } =
        FieldProbe.Accepted("left-out", "optional", null, "optional, and left out") with
        {
            IsAbsent = true,
        };

    private static FieldProbe[] Hostile { get; } =
    [FieldProbe.Open("markup", "type", "<script>alert(1)</script>", "with markup")];

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
