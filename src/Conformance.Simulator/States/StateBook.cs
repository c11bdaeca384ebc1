using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Simulator.Errors;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.States;

/// <summary>The provider states: every phrase of the specification that puts the provider into one, and what it makes an operation answer.</summary>
/// <param name="specification">Declares scenarios and fixtures.</param>
/// <param name="options">The environment whose fixtures hold.</param>
/// <param name="catalogue">Knows the status of a code.</param>
internal sealed class StateBook(
    IntegrationSpecification specification,
    SimulatorOptions options,
    ErrorCatalogue catalogue
)
{
    private readonly Lock _gate = new();
    private ImmutableList<string> _active = [];

    /// <summary>Every phrase that is known, in the order of the specification.</summary>
    public ImmutableArray<string> Known { get; } =
    [
        .. specification
            .TestScenarios.SelectMany(s => s.Preconditions.Append(s.Setup))
            .OfType<Located<string>>()
            .Concat(specification.Environments.SelectMany(e => e.Fixtures).Select(f => f.State))
            .Select(p => p.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Enters a state until it is left; entering it twice is entering it once.</summary>
    public void Enter(string state)
    {
        lock (_gate)
        {
            _active = _active.Contains(state, StringComparer.OrdinalIgnoreCase) ? _active : _active.Add(state);
        }
    }

    /// <summary>Leaves a state.</summary>
    public void Leave(string state)
    {
        lock (_gate)
        {
            _active = _active.RemoveAll(a => a.Equals(state, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Leaves every state.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _active = [];
        }
    }

    /// <summary>What the present state, or well-known data in the request, makes an operation answer; null when nothing.</summary>
    public Problem? Demanded(Call call, JsonElement body) =>
        specification
            .TestScenarios.Where(s =>
                s.Setup is not null && (s.Endpoint is null || s.Endpoint.Name == call.Endpoint!.Name)
            )
            .Where(s => IsActive(s.Setup!.Value) || IsFixture(s.Setup!.Value, body))
            .Select(s => ProblemOf(s, call.Endpoint!))
            .FirstOrDefault(p => p is not null);

    private bool IsActive(string state) => _active.Contains(state, StringComparer.OrdinalIgnoreCase);

    private bool IsFixture(string state, JsonElement body) =>
        (options.Environment?.Fixtures ?? []).Any(f =>
            f.State.Value.Equals(state, StringComparison.OrdinalIgnoreCase)
            && !f.Values.IsDefaultOrEmpty
            && f.Values.All(v => FixtureField.Holds(body, v.Key, v.Value))
        );

    private Problem? ProblemOf(TestScenario scenario, Endpoint endpoint)
    {
        var declared = scenario.ExpectedStatus?.Value;
        if (scenario.ExpectedError is { } error)
        {
            return new(declared ?? catalogue.StatusOf(error.Value, 500), error.Value);
        }

        return declared >= 400 ? new(declared.Value, catalogue.CodeFor(endpoint, declared.Value, "ERROR")) : null;
    }
}
