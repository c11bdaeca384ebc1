using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>Composes token requests as the specification declares them (RFC 6749 section 4.4.2).</summary>
internal sealed class TokenRequest(TokenEndpoint? endpoint, Uri? url, ExecutionOptions options, SecretMask mask)
{
    private const string ClientId = "client_id";
    private const string ClientSecret = "client_secret";

    /// <summary>A request for these scopes (null: the declared ones), or what is missing for it.</summary>
    public (OutgoingRequest? Request, Obstacle? Problem) Compose(ImmutableArray<string>? scopes)
    {
        if (endpoint is null || url is null)
        {
            return (null, Undeclared);
        }

        var missing = new List<string>();
        var parameters = endpoint
            .Parameters.Select(p =>
                KeyValuePair.Create(p.Key, Placeholder.Fill(p.Value.Value, options.Configuration, missing))
            )
            .ToList();
        if (missing.Count > 0)
        {
            return (null, Obstacles.NotConfigured(missing));
        }

        Narrow(parameters, scopes);
        var headers = new List<KeyValuePair<string, string>> { new("Accept", "application/json") };
        if (endpoint.ClientAuthentication == "basic")
        {
            headers.Add(new("Authorization", Basic(parameters)));
        }

        return (Request(endpoint, parameters, headers), null);
    }

    /// <summary>The Basic header of the declared client; null when it authenticates in the body or is not configured.</summary>
    public KeyValuePair<string, string>? BasicHeader =>
        Compose(null).Request?.Headers.FirstOrDefault(h => h.Key == "Authorization") is { Key: not null } header
            ? header
            : null;

    /// <summary>A Basic header of this client (null: the configured id, the configured secret); null when none is configured.</summary>
    public KeyValuePair<string, string>? BasicFor(string? id, string? secret)
    {
        var missing = new List<string>();
        var (clientId, clientSecret) = (
            id ?? Configured(ClientId, missing),
            secret ?? Configured(ClientSecret, missing)
        );
        return missing.Count > 0 ? null : new("Authorization", Pair(clientId, clientSecret));
    }

    private string Configured(string parameter, List<string> missing)
    {
        if (endpoint?.Parameters.FirstOrDefault(p => p.Key == parameter).Value is { } declared)
        {
            return Placeholder.Fill(declared.Value, options.Configuration, missing);
        }

        missing.Add(parameter);
        return "";
    }

    private string Basic(List<KeyValuePair<string, string>> parameters)
    {
        var id = parameters.Find(p => p.Key == ClientId).Value ?? "";
        var secret = parameters.Find(p => p.Key == ClientSecret).Value ?? "";
        parameters.RemoveAll(p => p.Key is ClientId or ClientSecret);
        return Pair(id, secret);
    }

    /// <summary>Id and secret as RFC 6749 section 2.3.1 says: form-encoded first.</summary>
    private string Pair(string id, string secret)
    {
        var pair = Convert.ToBase64String(
            Encoding.ASCII.GetBytes($"{FormEncoding.Encode(id)}:{FormEncoding.Encode(secret)}")
        );
        mask.Add(pair);
        return "Basic " + pair;
    }

    private OutgoingRequest Request(
        TokenEndpoint declared,
        List<KeyValuePair<string, string>> parameters,
        List<KeyValuePair<string, string>> headers
    ) =>
        new(declared.Method.Value, url!)
        {
            Headers = headers,
            ContentType = declared.ContentType.Value,
            Body = declared.ContentType.Value.Contains("json", StringComparison.OrdinalIgnoreCase)
                ? JsonSerializer.SerializeToUtf8Bytes(parameters.DistinctBy(p => p.Key).ToDictionary())
                : Encoding.ASCII.GetBytes(FormEncoding.Encode(parameters)),
        };

    private static void Narrow(List<KeyValuePair<string, string>> parameters, ImmutableArray<string>? scopes)
    {
        if (scopes is not { } asked)
        {
            return;
        }

        parameters.RemoveAll(p => p.Key == "scope");
        if (!asked.IsEmpty)
        {
            parameters.Add(new("scope", string.Join(' ', asked)));
        }
    }

    private static Obstacle Undeclared { get; } =
        new(
            ObstacleKind.NoCredential,
            "The specification declares no token endpoint; declare authentication.endpoints.token.",
            null
        );
}
