using System.Globalization;
using System.Text.Json.Nodes;
using Bogus;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Exploration;

/// <summary>Random payloads of every operation that takes one: valid ones are accepted, those with one random flaw are refused.</summary>
internal sealed class ExploredPayloads : EndpointSource
{
    private const int Attempts = 20;

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        endpoint.Endpoint.Request is not { } request
            ? []
            : Enumerable
                .Range(1, endpoint.Context.Options.Explore)
                .SelectMany(
                    IEnumerable<ContractCase?> (number) =>
                        [Valid(endpoint, request, number), Invalid(endpoint, request, number)]
                )
                .OfType<ContractCase>();

    private static ContractCase? Valid(EndpointContext endpoint, RequestBody request, int number)
    {
        var situation = string.Create(CultureInfo.InvariantCulture, $"explored/valid-{number}");
        var data = ExploredCases.Data(endpoint.Context, endpoint.CaseId(ScenarioKind.HappyPath, situation));
        if (ExploredCases.Values(endpoint.Context).Valid(request.Schema, data) is not { } body)
        {
            return null;
        }

        var requirement = ExploredCases.Requirement(
            endpoint.Endpoint.OperationId.Value,
            "accepts",
            $"The target MUST accept any valid body of {endpoint.Endpoint.Name}.",
            request.Location
        );
        return endpoint.Single(
            ScenarioKind.HappyPath,
            situation,
            $"{endpoint.Endpoint.Name} accepts the random valid body {number}",
            requirement,
            With(endpoint, endpoint.Ready(endpoint.CaseId(ScenarioKind.HappyPath, situation)), body),
            [new IsAccepted(requirement, null)]
        ) with
        {
            Tags = [ExploredCases.Tag, "accepted"],
        };
    }

    private static ContractCase? Invalid(EndpointContext endpoint, RequestBody request, int number)
    {
        var situation = string.Create(CultureInfo.InvariantCulture, $"explored/invalid-{number}");
        var id = endpoint.CaseId(ScenarioKind.ValidationErrors, situation);
        var data = ExploredCases.Data(endpoint.Context, id);
        if (
            endpoint.Validation is not { } refusal
            || ExploredCases.Values(endpoint.Context).Valid(request.Schema, data) is not { } valid
            || Enumerable
                .Range(0, Attempts)
                .Select(_ => Flaw(endpoint, request, valid, data))
                .FirstOrDefault(f => f is not null)
                is not { } flaw
        )
        {
            return null;
        }

        var requirement = ExploredCases.Requirement(
            endpoint.Endpoint.OperationId.Value,
            "refuses",
            $"The target MUST refuse any invalid body of {endpoint.Endpoint.Name}, and say where it is wrong.",
            request.Location
        );
        return endpoint.Single(
            ScenarioKind.ValidationErrors,
            situation,
            ProbeTitle(endpoint, number, flaw),
            requirement,
            With(endpoint, endpoint.Ready(id), flaw.Body),
            endpoint.Refusal(requirement, refusal, flaw.Probe.NamesField ? flaw.Path.ToString() : null)
        ) with
        {
            Tags = [ExploredCases.Tag, "refused", flaw.Probe.Keyword],
        };
    }

    private static string ProbeTitle(EndpointContext endpoint, int number, RandomFlaw flaw) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{endpoint.Endpoint.Name} refuses the random body {number}, whose {flaw.Path} is {(flaw.Probe.IsAbsent ? "missing" : flaw.Probe.Words)}"
        );

    private static ReadyRequest With(EndpointContext endpoint, ReadyRequest ready, JsonNode? body) =>
        ready with
        {
            Request = endpoint.WithBody(ready.Request, body),
        };

    // A random field that the payload has, or could have, gets a random value that is just wrong.
    private static RandomFlaw? Flaw(EndpointContext endpoint, RequestBody request, JsonNode valid, Faker data)
    {
        var context = endpoint.Context;
        var field = data.PickRandom(
            new BodyFields(context.Effective).Of(request.Schema).Where(f => !f.Template.IsRoot)
        );
        var path = Place(field.Template, valid, data);
        var subject = new FieldUnderTest(
            field.Template.LastName,
            field.Schema,
            field.Required is not null,
            PayloadEditor.Find(valid, path),
            context.Strings,
            context.Patterns
        );
        var probes = FieldSituations
            .All.SelectMany(s => s.Probe(subject))
            .Where(p => p is { IsAccepted: false, Level: RequirementLevel.Must })
            .ToList();
        if (probes.Count == 0 || PayloadEditor.Find(valid, path.Parent) is null)
        {
            return null;
        }

        var probe = data.PickRandom(probes);
        var body = probe.IsAbsent ? PayloadEditor.Without(valid, path) : PayloadEditor.With(valid, path, probe.Value);
        return context.Judge.Agrees(request.Schema, body, isValid: false) ? new(path, probe, body) : null;
    }

    private static FieldPath Place(FieldPath template, JsonNode valid, Faker data)
    {
        var path = template;
        while (path.ToString().IndexOf("[]", StringComparison.Ordinal) is >= 0 and var at)
        {
            var array = PayloadEditor.Find(valid, FieldPath.Parse(path.ToString()[..at])) as JsonArray;
            var index = data.Random.Int(0, Math.Max(0, (array?.Count ?? 1) - 1));
            path = FieldPath.Parse(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path.ToString()[..at]}[{index}]{path.ToString()[(at + 2)..]}"
                )
            );
        }

        return path;
    }

    private sealed record RandomFlaw(FieldPath Path, FieldProbe Probe, JsonNode? Body);
}
