using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Declared;

/// <summary>
/// A declared scenario of several steps. A value such as <c>abc123</c> or <c>ORD-001</c> is a name: a header's is unique
/// in each run, a response's is captured where it is used first and must be equal where it is used again.
/// </summary>
internal static class DeclaredSteps
{
    /// <summary>The case.</summary>
    public static ContractCase Compile(
        EndpointContext endpoint,
        TestScenario scenario,
        Requirement requirement,
        string slug
    )
    {
        var situation = $"declared/{slug}";
        var id = endpoint.CaseId(scenario.Kind, situation);
        var steps = new List<CaseStep.Send>();
        var expectations = ImmutableArray.CreateBuilder<CaseExpectation>();
        var bindings = new Dictionary<string, (string Step, string Field)>(StringComparer.Ordinal);
        foreach (var step in scenario.Steps)
        {
            if (step is ScenarioStep.Send send)
            {
                steps.Add(new(Name(steps.Count), Request(endpoint, id, send, steps)));
            }
            else if (step is ScenarioStep.Response response && steps.Count > 0)
            {
                steps[^1] = Expect(steps[^1], response, requirement);
                expectations.AddRange(Bind(steps[^1].Name, response, requirement, bindings));
            }
        }

        var before = endpoint.Ready(id).Before;
        return endpoint.Case(
            scenario.Kind,
            situation,
            $"{scenario.Name.Value}: {string.Join("; ", scenario.Steps.Select(s => s.Text.Value))}",
            requirement,
            [.. before, .. steps]
        ) with
        {
            Expectations = expectations.ToImmutable(),
        };
    }

    private static RequestTemplate Request(
        EndpointContext endpoint,
        string caseId,
        ScenarioStep.Send send,
        List<CaseStep.Send> earlier
    )
    {
        var start = send.Same && earlier is [.., var last] ? last.Request : endpoint.Ready(caseId).Request;
        var request = DeclaredPayload.Apply(endpoint, start, send.Payload);
        return send.Headers.Aggregate(
            request,
            (r, header) => DeclaredHeader.Set(r, header.Key, new ValueSource.RunUnique(header.Value))
        );
    }

    private static CaseStep.Send Expect(CaseStep.Send step, ScenarioStep.Response response, Requirement requirement) =>
        step with
        {
            Expectations =
            [
                new StatusIs(requirement, [response.Status]),
                .. response.Bindings.IsEmpty
                    ? ImmutableArray<ExchangeExpectation>.Empty
                    : [new BodyHasFields(requirement, [.. response.Bindings.Select(b => b.Key)])],
            ],
        };

    private static IEnumerable<CaseExpectation> Bind(
        string step,
        ScenarioStep.Response response,
        Requirement requirement,
        Dictionary<string, (string Step, string Field)> bindings
    )
    {
        foreach (var (field, value) in response.Bindings)
        {
            if (bindings.TryGetValue(value, out var first))
            {
                yield return first.Field == field
                    ? new FieldsAgree(requirement, first.Step, step, [field])
                    : new FieldRefersTo(requirement, first.Step, first.Field, step, field);
            }
            else
            {
                bindings.Add(value, (step, field));
            }
        }
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"request {index + 1}");
}
