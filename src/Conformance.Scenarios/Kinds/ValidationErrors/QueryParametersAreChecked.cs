using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>Every query parameter, just inside and just outside each keyword of its definition.</summary>
internal sealed class QueryParametersAreChecked : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        endpoint.Endpoint.QueryParameters.SelectMany(parameter => Compile(endpoint, parameter));

    private static IEnumerable<ContractCase> Compile(EndpointContext endpoint, ParameterDefinition parameter)
    {
        var name = parameter.Name.Value;
        var id = endpoint.CaseId(ScenarioKind.ValidationErrors, $"query.{name}");
        var ready = endpoint.Ready(id);
        var schema = endpoint.Context.Effective.Of(parameter.Schema);
        foreach (var probe in TextProbes.Of(endpoint.Context, id, name, parameter.Required, parameter.Schema))
        {
            if (!probe.IsAccepted && endpoint.Validation is null)
            {
                continue;
            }

            var requirement = Sentences.Contract(
                RequirementIds.RequestParameter(endpoint.Endpoint, "query", name, probe.Keyword),
                FieldSentences.Of($"query parameter {name} of {endpoint.Endpoint.Name}", probe.Keyword, schema),
                probe.Keyword == "required" ? parameter.Name.Location : schema.LocationOf(probe.Keyword),
                "HTTP-25"
            ) with
            {
                Level = probe.Level,
            };
            yield return endpoint.Single(
                ScenarioKind.ValidationErrors,
                $"query.{name}/{probe.Id}",
                ProbeTitles.Of(endpoint.Endpoint.Name, $"query parameter {name}", probe),
                requirement,
                ready with
                {
                    Request = With(ready.Request, name, probe),
                },
                probe.IsAccepted
                    ? [new IsAccepted(requirement, name)]
                    : endpoint.Refusal(requirement, endpoint.Validation!, name)
            ) with
            {
                Tags = [probe.IsAccepted ? "accepted" : "refused", probe.Keyword, "query"],
            };
        }
    }

    private static RequestTemplate With(RequestTemplate request, string name, FieldProbe probe) =>
        request with
        {
            Query =
            [
                .. request.Query.Where(q => q.Key != name),
                .. probe.IsAbsent
                    ? Array.Empty<KeyValuePair<string, ValueSource>>()
                    : [new(name, new ValueSource.Literal(ValidRequests.TextOf(probe.Value)))],
            ],
        };
}
