using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Interventions;

/// <summary>A request as it arrived, raw, before anything was made of it.</summary>
public sealed record Arrival
{
    /// <summary>Position among all requests to the simulator but those to its control paths, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>When its last byte was read, in real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Method, as sent.</summary>
    public required string Method { get; init; }

    /// <summary>Path as sent, still percent-encoded, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query as sent, without the question mark; null without one.</summary>
    public string? Query { get; init; }

    /// <summary>Header lines in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body's bytes; empty when there is none or it is too large.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The operation that is called; null when none is.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>Whether the token endpoint is called.</summary>
    public bool IsForToken { get; init; }

    /// <summary>The credentials that were sent in the declared place, as they were sent.</summary>
    public ImmutableArray<string> Credentials { get; init; } = [];

    /// <summary>The values of a header, one for each line.</summary>
    /// <param name="name">Header name, any case.</param>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>The first value of a header, or null.</summary>
    /// <param name="name">Header name, any case.</param>
    public string? Header(string name) => HeaderValues(name).FirstOrDefault();
}
