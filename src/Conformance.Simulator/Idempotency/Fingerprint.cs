using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Idempotency;

/// <summary>Marks what a request asks for: method, path, query and payload, as JSON or as bytes (STANDARDS IDM-05).</summary>
internal static class Fingerprint
{
    /// <summary>The mark.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">The body as JSON; undefined when it has none.</param>
    /// <param name="canonicalization"><c>raw</c> compares bytes; anything else compares JSON.</param>
    public static string Of(SimulatedRequest request, JsonElement body, string? canonicalization)
    {
        var query = string.Join('&', request.Query.Select(q => $"{q.Key}={q.Value}"));
        var head = Encoding.UTF8.GetBytes($"{request.Method} {request.Path}?{query}\n");
        var payload =
            canonicalization is "raw" || body.ValueKind is JsonValueKind.Undefined
                ? request.Body.ToArray()
                : Encoding.UTF8.GetBytes(CanonicalJson.Of(body));
        return Convert.ToHexString(SHA256.HashData([.. head, .. payload]));
    }
}
