using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Declared;

/// <summary>A declared scenario of one request: states, the request, its answer, and what can be seen afterwards.</summary>
internal static class DeclaredRequest
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
        var ready = endpoint.Ready(endpoint.CaseId(scenario.Kind, situation));
        var status = scenario.ExpectedStatus?.Value ?? ResourceLife.SuccessStatus(endpoint.Endpoint);
        var states = States(scenario);
        var probes = scenario.Postconditions.Where(p => p.Probe is not null).ToList();
        var send = new CaseStep.Send(EndpointContext.RequestStep, Request(endpoint, scenario, ready.Request))
        {
            Expectations = [.. Expectations(endpoint, scenario, requirement, status)],
            Captures = [.. probes.SelectMany(p => DeclaredProbe.Captures(p.Probe!)).Distinct()],
        };
        return endpoint.Case(
            scenario.Kind,
            situation,
            Title(endpoint, scenario, status),
            requirement,
            [
                .. states,
                .. ready.Before,
                send,
                .. probes.Select((p, i) => DeclaredProbe.Step(endpoint.Context, p, requirement, i)),
            ]
        ) with
        {
            Expectations = [.. probes.SelectMany((p, i) => DeclaredProbe.References(p, requirement, i))],
            Isolation = states.Length > 0 ? CaseIsolation.SharedState : CaseIsolation.Parallel,
            NotObserved = [.. scenario.Postconditions.Where(p => p.Probe is null).Select(p => p.Text.Value)],
        };
    }

    /// <summary>The request with the scenario's payload and headers.</summary>
    private static RequestTemplate Request(EndpointContext endpoint, TestScenario scenario, RequestTemplate request)
    {
        var payload = DeclaredPayload.Apply(endpoint, request, scenario.Payload);
        return scenario.Headers.Aggregate(
            payload,
            (r, header) => DeclaredHeader.Set(r, header.Key, Placeholder.Of(header.Value))
        );
    }

    private static ImmutableArray<CaseStep> States(TestScenario scenario) =>
        [
            .. scenario
                .Preconditions.Select(p => new CaseStep.EnterState($"state: {p.Value}", p.Value, IsRequired: false))
                .Concat(
                    scenario.Setup is { } setup
                        ? [new CaseStep.EnterState($"state: {setup.Value}", setup.Value, true)]
                        : []
                )
                .DistinctBy(state => state.State),
        ];

    private static IEnumerable<ExchangeExpectation> Expectations(
        EndpointContext endpoint,
        TestScenario scenario,
        Requirement requirement,
        int status
    )
    {
        yield return new StatusIs(requirement, [status]);
        if (scenario.ExpectedError is { } error)
        {
            yield return new ErrorCodeIs(requirement, [error.Value]);
        }

        if (!scenario.ResponseContains.IsEmpty)
        {
            yield return new BodyHasFields(requirement, [.. scenario.ResponseContains.Select(f => f.Value)]);
        }

        var isValidation =
            endpoint.Validation is { NamesFields: true } answer
            && answer.Status == status
            && (scenario.ExpectedError is null || scenario.ExpectedError.Value == answer.Code);
        foreach (var edit in isValidation ? scenario.Payload?.Edits ?? [] : [])
        {
            yield return new DetailsName(endpoint.Requirements.NamesField(endpoint.Validation!), edit.Path);
        }
    }

    private static string Title(EndpointContext endpoint, TestScenario scenario, int status)
    {
        var what = scenario.Payload is { } payload
            ? $"{endpoint.Endpoint.Name} with {payload.Text.Value}"
            : endpoint.Endpoint.Name;
        return $"{scenario.Name.Value}: {what} is answered {status}{(scenario.ExpectedError is { } error ? $" {error.Value}" : "")}";
    }
}
