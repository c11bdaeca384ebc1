using System.Collections.Immutable;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Http;

/// <summary>One request on its way through the simulator, with what is known of it so far.</summary>
internal sealed record Call
{
    /// <summary>The request.</summary>
    public required SimulatedRequest Request { get; init; }

    /// <summary>Everything the simulator remembers.</summary>
    public required SimulatorWorld World { get; init; }

    /// <summary>Position among all API requests, from 1.</summary>
    public required long Ordinal { get; init; }

    /// <summary>The request id: the client's, or one of ours.</summary>
    public required string RequestId { get; init; }

    /// <summary>The operation that is called; null when none is.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>Whether the token endpoint is called.</summary>
    public bool IsForToken { get; init; }

    /// <summary>What a script does with the request; null when nothing.</summary>
    public Intervention? Intervention { get; init; }

    /// <summary>Values of the path parameters.</summary>
    public ImmutableDictionary<string, string> PathValues { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who calls; a name of its own for callers that need no credentials.</summary>
    public string Client { get; init; } = "anonymous";
}
