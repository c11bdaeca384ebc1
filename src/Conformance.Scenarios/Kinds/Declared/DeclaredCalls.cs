using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.HappyPath;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Declared;

/// <summary>
/// A scenario that calls operations one after another: what a call makes is remembered by its name, later calls work on
/// it, and lists must have it.
/// </summary>
internal static class DeclaredCalls
{
    /// <summary>The case.</summary>
    /// <param name="endpoint">The operation that the case belongs to.</param>
    /// <param name="scenario">The scenario; all its steps are calls.</param>
    /// <param name="requirement">The sentence behind it.</param>
    /// <param name="situation">Last part of the case's id.</param>
    public static ContractCase Compile(
        EndpointContext endpoint,
        TestScenario scenario,
        Requirement requirement,
        string situation
    )
    {
        var id = endpoint.CaseId(scenario.Kind, situation);
        var calls = scenario.Steps.OfType<ScenarioStep.Call>().ToImmutableArray();
        ImmutableArray<CaseStep> states = scenario.Setup is { } setup
            ? [new CaseStep.EnterState($"state: {setup.Value}", setup.Value, true)]
            : [];
        var makers = new Dictionary<string, (string Step, Endpoint Endpoint)>(StringComparer.Ordinal);
        var steps = new List<CaseStep>(states);
        var expectations = new List<CaseExpectation>();
        foreach (var (index, call) in calls.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {call.Text.Value}");
            steps.Add(Step(endpoint.Context, id, name, call, requirement));
            expectations.AddRange(Listed(endpoint.Context, name, call, requirement, makers));
            if (call.As is { } made)
            {
                makers[made.Value] = (name, call.Endpoint);
            }
        }

        return endpoint.Case(
            scenario.Kind,
            situation,
            $"{scenario.Name.Value}: {string.Join("; ", calls.Select(c => c.Text.Value))}",
            requirement,
            steps
        ) with
        {
            Expectations = [.. expectations],
            Isolation = states.IsEmpty ? CaseIsolation.Parallel : CaseIsolation.SharedState,
        };
    }

    private static CaseStep.Send Step(
        CompilerContext context,
        string id,
        string name,
        ScenarioStep.Call call,
        Requirement requirement
    )
    {
        var operation = context.Of(call.Endpoint);
        var request = context.Requests.Of(call.Endpoint, id, name);
        request = DeclaredPayload.Apply(operation, request, call.Payload);
        request = call.On is { } on ? On(request, call.Endpoint, on) : request;
        request = request with
        {
            Query =
            [
                .. request.Query.Where(q => call.Query.All(own => own.Key != q.Key)),
                .. call.Query.Select(q => new KeyValuePair<string, ValueSource>(
                    q.Key,
                    new ValueSource.Literal(q.Value)
                )),
            ],
        };
        if (
            !call.Lists.IsEmpty
            && PageSize.Of(operation) is { } page
            && request.Query.All(q => q.Key != page.Parameter)
        )
        {
            request = page.Apply(request);
        }

        return new(name, request)
        {
            Expectations = [.. Expectations(call, requirement)],
            Captures = call.As is { } made ? [new Capture(made.Value, call.Endpoint.Resource!.Identifier.Value)] : [],
        };
    }

    private static RequestTemplate On(RequestTemplate request, Endpoint endpoint, Located<string> resource) =>
        request with
        {
            PathValues =
            [
                .. request.PathValues.Select(p =>
                    p.Key == endpoint.Resource?.PathParameter ? new(p.Key, new ValueSource.Captured(resource.Value)) : p
                ),
            ],
        };

    private static IEnumerable<ExchangeExpectation> Expectations(ScenarioStep.Call call, Requirement requirement)
    {
        // A refusal of a creation for a declared reason of the provider's (an unknown customer) decides nothing.
        if (call is { As: not null, ExpectedStatus: null, ExpectedError: null })
        {
            yield return new IsAccepted(requirement, null);
        }
        else
        {
            yield return new StatusIs(
                requirement,
                [call.ExpectedStatus?.Value ?? ResourceLife.SuccessStatus(call.Endpoint)]
            );
        }

        if (call.ExpectedError is { } error)
        {
            yield return new ErrorCodeIs(requirement, [error.Value]);
        }

        foreach (var (field, value) in call.ExpectedFields)
        {
            yield return new FieldIs(requirement, field, value);
        }
    }

    private static IEnumerable<CaseExpectation> Listed(
        CompilerContext context,
        string step,
        ScenarioStep.Call call,
        Requirement requirement,
        Dictionary<string, (string Step, Endpoint Endpoint)> makers
    ) =>
        call
            .Lists.Where(_ => call.Endpoint.Resource is not null)
            .Select(name => makers[name.Value])
            .Select(made => new ListContainsOnce(
                requirement,
                made.Step,
                made.Endpoint.Resource!.Identifier,
                step,
                call.Endpoint.Resource!.CollectionField,
                call.Endpoint.Resource.Identifier,
                PageSize.Of(context.Of(call.Endpoint))?.Greatest
            ));
}
