using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Access;

/// <summary>The parameters of a token request, from its form or JSON body. Credentials in the URL do not count (STANDARDS TOK-06).</summary>
/// <param name="Fields">Parameters with a value; an empty one counts as left out (TOK-15).</param>
/// <param name="HasRepetition">Whether a parameter was sent twice (TOK-07).</param>
/// <param name="Basic">Client id and secret of the <c>Authorization</c> header; null without one.</param>
internal sealed record TokenRequest(
    ImmutableDictionary<string, string> Fields,
    bool HasRepetition,
    (string Id, string Secret)? Basic
)
{
    /// <summary>The value of a parameter, or null.</summary>
    public string? this[string name] => Fields.GetValueOrDefault(name);

    /// <summary>Reads a request; null when its body is not of the declared type (TOK-03).</summary>
    /// <param name="request">The request.</param>
    /// <param name="contentType">The declared media type.</param>
    public static TokenRequest? Read(SimulatedRequest request, string contentType)
    {
        var declared = contentType.Split(';')[0].Trim().ToLowerInvariant();
        if (request.MediaType != declared)
        {
            return null;
        }

        var pairs = declared.EndsWith("json", StringComparison.Ordinal)
            ? ReadJson(request.Body)
            : FormBody.Fields(request.Body.Span);
        if (pairs is null)
        {
            return null;
        }

        var names = pairs.Select(p => p.Key).ToList();
        return new(
            pairs.Where(p => p.Value.Length > 0).DistinctBy(p => p.Key).ToImmutableDictionary(),
            names.Distinct().Count() < names.Count,
            ReadBasic(request.Header("Authorization"))
        );
    }

    private static IReadOnlyList<KeyValuePair<string, string>>? ReadJson(ReadOnlyMemory<byte> body) =>
        StrictJson.Read(body, out var value) is null && value.ValueKind is JsonValueKind.Object
            ? [.. value.EnumerateObject().Select(p => new KeyValuePair<string, string>(p.Name, p.Value.ToString()))]
            : null;

    /// <summary>Id and secret are form-encoded before Base64 (RFC 6749 section 2.3.1, TOK-04).</summary>
    private static (string Id, string Secret)? ReadBasic(string? header)
    {
        if (header is null || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length))
        {
            return ("", "");
        }

        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return (WebUtility.UrlDecode(parts[0]), WebUtility.UrlDecode(parts.ElementAtOrDefault(1) ?? ""));
    }
}
