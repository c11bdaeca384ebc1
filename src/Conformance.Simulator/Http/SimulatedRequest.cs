using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Simulator.Http;

/// <summary>A request as it was received, read to its end.</summary>
internal sealed record SimulatedRequest
{
    /// <summary>Method, as sent.</summary>
    public required string Method { get; init; }

    /// <summary>Path as sent, without the query, still percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>The query as sent, without the question mark; null without one.</summary>
    public string? RawQuery { get; init; }

    /// <summary>Query parameters in order, decoded.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Header lines in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body's bytes; empty when there is none or it is too large.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body is longer than the server reads.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>The TLS client certificate that was presented; null without one, and on plain HTTP.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>The values of a header, one for each line.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) => HeaderValues(name).FirstOrDefault();

    /// <summary>The media type without parameters, lower case; null when none was sent.</summary>
    public string? MediaType => Header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The path's segments, each decoded on its own, so that an encoded slash stays inside its segment.</summary>
    public ImmutableArray<string> Segments => [.. Path.Split('/').Skip(1).Select(Uri.UnescapeDataString)];
}
