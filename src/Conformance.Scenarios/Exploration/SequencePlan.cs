using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Exploration;

/// <summary>Calls one after another, before anybody says what each must answer.</summary>
/// <param name="Calls">The calls in order.</param>
public sealed record SequencePlan(ImmutableArray<PlannedCall> Calls)
{
    /// <summary>The plan without one call, and without those that work on what it made.</summary>
    /// <param name="index">Which call.</param>
    internal SequencePlan Without(int index)
    {
        var removed = Calls[index];
        return new([.. Calls.Where((call, i) => i != index && (removed.As is null || call.On != removed.As))]);
    }
}

/// <summary>One call of a sequence.</summary>
/// <param name="Endpoint">The operation.</param>
/// <param name="As">Name of the resource it makes; null when it makes none.</param>
/// <param name="On">Name of the resource it works on; null when it works on none.</param>
/// <param name="Body">What is sent; null for nothing.</param>
public sealed record PlannedCall(Endpoint Endpoint, string? As, string? On, JsonNode? Body);
