using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Errors;

/// <summary>What an error answer has to say.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Error code.</param>
internal sealed record Problem(int Status, string Code)
{
    /// <summary>Message; null for the one the specification shows for the status or describes the code with.</summary>
    public string? Message { get; init; }

    /// <summary>The offending fields.</summary>
    public ImmutableArray<Violation> Details { get; init; } = [];

    /// <summary>Further fields of the body, by name.</summary>
    public ImmutableArray<KeyValuePair<string, JsonNode?>> Fields { get; init; } = [];
}
