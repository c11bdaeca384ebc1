using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>The registrations that can be taken back, by the path of the request that does so.</summary>
internal sealed class RegistrationBook
{
    private readonly ConcurrentDictionary<string, string> _ways = new(StringComparer.Ordinal);

    /// <summary>Whether a request takes a registration back, known or not.</summary>
    public static bool IsFor(WebhookRegistration.Request registration, SimulatedRequest request) =>
        registration.Remove is { } remove
        && remove.Method == request.Method
        && UrlPath.Of(remove.Path.Value) is { } template
        && template.Split('/') is var wanted
        && request.Path.Split('/') is var given
        && wanted.Length == given.Length
        && wanted.Zip(given).All(p => p.First == p.Second || (p.First.Contains('{') && p.Second.Length > 0));

    /// <summary>The answer to a registration with the fields that the request needs which takes it back.</summary>
    /// <param name="registration">How one registers.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="way">What the subscriber is known by.</param>
    public JsonNode Enter(WebhookRegistration.Request registration, JsonNode answer, string way)
    {
        if (registration.Remove is not { } remove || answer is not JsonObject members)
        {
            return answer;
        }

        var path = remove.Path.Value;
        foreach (var field in remove.Fields)
        {
            var value = DottedPath.Get(members, field)?.ToString() ?? Guid.NewGuid().ToString("N");
            DottedPath.Set(members, field, value);
            path = path.Replace($"{{{field}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        _ways[UrlPath.Of(path) ?? path] = way;
        return members;
    }

    /// <summary>Takes a registration out of the book.</summary>
    /// <param name="path">Path of the request.</param>
    /// <returns>What the subscriber is known by; null when there is no such registration.</returns>
    public string? Remove(string path) => _ways.TryRemove(path, out var way) ? way : null;
}
