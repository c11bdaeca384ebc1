using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>Every query parameter, just inside and just outside each keyword of its definition.</summary>
internal sealed class QueryParametersAreChecked : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        endpoint
            .Endpoint.QueryParameters.SelectMany(parameter => Compile(endpoint, parameter))
            .Concat(Unusual(endpoint));

    private static IEnumerable<ContractCase> Compile(EndpointContext endpoint, ParameterDefinition parameter)
    {
        var name = parameter.Name.Value;
        var id = endpoint.CaseId(ScenarioKind.ValidationErrors, $"query.{name}");
        var ready = endpoint.Ready(id);
        var schema = endpoint.Context.Effective.Of(parameter.Schema);
        foreach (var probe in TextProbes.Of(endpoint.Context, id, name, parameter.Required, parameter.Schema))
        {
            if (probe.IsOpen)
            {
                yield return Open(
                    endpoint,
                    $"{name}/{probe.Id}",
                    ready,
                    With(ready.Request, name, probe),
                    $"query parameter {name} {probe.Words}"
                );
                continue;
            }

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
                    : endpoint.Refusal(requirement, endpoint.Validation!)
            ) with
            {
                Tags = [probe.IsAccepted ? "accepted" : "refused", probe.Keyword, "query"],
            };
        }
    }

    // What a name that was never declared, or that comes twice, means is for the specification to say.
    private static IEnumerable<ContractCase> Unusual(EndpointContext endpoint)
    {
        var first = endpoint.Endpoint.QueryParameters.FirstOrDefault();
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.ValidationErrors, "query"));
        if (first is null)
        {
            yield break;
        }

        var name = first.Name.Value;
        var value = endpoint.Context.Payloads.Valid(first.Schema, PayloadShape.Full, "query", name);
        var pair = KeyValuePair.Create<string, ValueSource>(name, new ValueSource.Literal(ValidRequests.TextOf(value)));
        var others = ready.Request.Query.Where(q => q.Key != name).ToList();
        foreach (
            var (id, words, query) in new (string, string, KeyValuePair<string, ValueSource>[])[]
            {
                (
                    "undeclared",
                    "an undeclared query parameter",
                    [pair, new("undeclared", new ValueSource.Literal("1"))]
                ),
                ($"{name}/twice", $"query parameter {name} twice", [pair, pair]),
                (
                    $"{name}/no-value",
                    $"query parameter {name} without a value",
                    [new(name, new ValueSource.Literal(""))]
                ),
            }
        )
        {
            yield return Open(endpoint, id, ready, ready.Request with { Query = [.. others, .. query] }, words);
        }
    }

    private static ContractCase Open(
        EndpointContext endpoint,
        string id,
        ReadyRequest ready,
        RequestTemplate request,
        string words
    ) =>
        endpoint.Open(
            ScenarioKind.ValidationErrors,
            $"query.{id}",
            $"{endpoint.Endpoint.Name} survives {words}",
            ready with
            {
                Request = request,
            },
            $"{endpoint.Endpoint.Name}, {words}"
        );

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
