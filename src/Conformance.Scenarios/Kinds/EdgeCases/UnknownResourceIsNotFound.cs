using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>An identifier that no resource has, or that none can have, is answered with the declared 404.</summary>
internal sealed class UnknownResourceIsNotFound : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { PathParameter: { } parameter } role
            || endpoint.Context.Errors.Find(endpoint.Endpoint, 404) is not { } notFound
            || endpoint.Endpoint.PathParameters.FirstOrDefault(p => p.Name.Value == parameter) is not { } definition
        )
        {
            yield break;
        }

        var schema = endpoint.Context.Effective.Of(definition.Schema);
        var unknown = endpoint.Requirements.Refuses(notFound, $"when no {role.Type.Value} has the identifier");
        var id = endpoint.CaseId(ScenarioKind.EdgeCases, $"path.{parameter}");
        yield return Case(
            endpoint,
            parameter,
            "unknown",
            "an unknown",
            Unknown(endpoint, schema, id),
            unknown,
            endpoint.Refusal(unknown, notFound)
        );
        foreach (var (situation, words, text) in Impossible(schema))
        {
            var keyword = situation == "too-long" ? "maxLength" : "format";
            var requirement = Sentences.Contract(
                RequirementIds.RequestParameter(endpoint.Endpoint, "path", parameter, keyword),
                $"The target MUST answer {endpoint.Endpoint.Name} with 404, or as a malformed request, when {parameter} cannot be an identifier.",
                schema.LocationOf(keyword),
                "HTTP-25",
                "ERR-11"
            );
            int[] statuses = endpoint.Validation is { } invalid ? [404, invalid.Status, 400] : [404, 400];
            yield return Case(
                endpoint,
                parameter,
                situation,
                words,
                new ValueSource.Literal(text),
                requirement,
                [new StatusIs(requirement, [.. statuses])]
            );
        }
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        string parameter,
        string situation,
        string words,
        ValueSource value,
        Requirement requirement,
        IEnumerable<ExchangeExpectation> expectations
    )
    {
        var name = $"path.{parameter}/{situation}";
        var request = endpoint.Context.Requests.Of(
            endpoint.Endpoint,
            endpoint.CaseId(ScenarioKind.EdgeCases, name),
            EndpointContext.RequestStep
        );
        var values = request.PathValues.Select(p => p.Key == parameter ? new(p.Key, value) : p);
        return endpoint.Single(
            ScenarioKind.EdgeCases,
            name,
            $"{endpoint.Endpoint.Name} with {words} {parameter} is answered 404",
            requirement,
            new([], request with { PathValues = [.. values] }),
            expectations
        ) with
        {
            Tags = ["refused", "path"],
        };
    }

    // Looks like the example, so that it is refused for being unknown and not for its form.
    private static ValueSource Unknown(EndpointContext endpoint, SchemaNode schema, string caseId)
    {
        if (schema.Format is { } format && SchemaFormats.Normalize(format) == "uuid")
        {
            return new ValueSource.FreshUuid();
        }

        var text = ValidRequests.TextOf(endpoint.Context.Payloads.Valid(schema, PayloadShape.Full, caseId));
        var zeros = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? '0' : c));
        return zeros == text ? new ValueSource.RunUnique("unknown") : new ValueSource.Literal(zeros);
    }

    private static IEnumerable<(string Situation, string Words, string Text)> Impossible(SchemaNode schema)
    {
        if (schema.MaxLength is { } greatest and < 1000)
        {
            yield return ("too-long", "a too long", new string('A', greatest + 1));
        }

        if (schema.Format is not null)
        {
            yield return ("malformed", "a malformed", "not-an-identifier");
        }

        yield return ("hostile", "a hostile", "' OR '1'='1");

        // An encoded slash belongs to the identifier; a target that decodes it first finds another path.
        yield return ("with-slash", "a slash inside the", "no/such");
        yield return ("in-other-script", "a non-ASCII", "\u6771\u4eac");
    }
}
