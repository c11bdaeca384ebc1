using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>
/// Registers subscribers: by the request that an environment declares for it, and by a provider state. Where the answer to
/// the request carries the secret, it is made up here.
/// </summary>
internal sealed class RegistrationDesk
{
    private const string BuiltInState = "webhooks are delivered";
    private readonly SimulatorWorld _world;
    private readonly ImmutableArray<WebhookRegistration.Request> _requests;

    public RegistrationDesk(SimulatorWorld world)
    {
        _world = world;
        var ways = world.Specification.Environments.Select(e => e.Webhooks).ToList();
        _requests = [.. ways.OfType<WebhookRegistration.Request>()];
        States = world.Webhooks.HasEvents
            ?
            [
                .. ways.OfType<WebhookRegistration.ProviderState>()
                    .Select(s => s.State.Value.Trim())
                    .Append(BuiltInState)
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ]
            : [];
    }

    /// <summary>The provider states that register a subscriber.</summary>
    public ImmutableArray<string> States { get; }

    /// <summary>Registers the subscriber that a provider state names.</summary>
    /// <param name="state">The state.</param>
    /// <param name="parameters"><c>url</c>, <c>secret</c> and <c>events</c>.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public string? Enter(string state, JsonElement parameters)
    {
        var isObject = parameters.ValueKind is JsonValueKind.Object;
        var secret = isObject ? Text(parameters, "secret") : null;
        if (!isObject || Url(Text(parameters, "url")) is not { } url || (secret is null && _world.Webhooks.AreSigned))
        {
            return "Send \"params\": {\"url\": an http or https URL, \"secret\": \"...\", \"events\": [\"...\"]}; "
                + "events may be left out for all.";
        }

        parameters.TryGetProperty("events", out var events);
        _world.Webhooks.Subscribe(state, new(url, secret ?? "") { Events = Names(events) });
        return null;
    }

    /// <summary>Forgets the subscriber of a provider state.</summary>
    public void Leave(string state) => _world.Webhooks.Unsubscribe(state);

    /// <summary>The operation that a request registers with, when no endpoint is declared for it; otherwise null.</summary>
    public Endpoint? Find(SimulatedRequest request) =>
        Matching(request.Method, request.Path) is { } way
            ? new()
            {
                OperationId = new("register-webhook", way.Location),
                Method = new(way.Method, way.Location),
                Path = way.Path,
                Location = way.Location,
            }
            : null;

    /// <summary>The answer to a registration that came with valid credentials.</summary>
    public Reply Answer(Call call) => Completed(call, new Reply(201) { Body = new JsonObject() });

    /// <summary>A successful answer to a request that registers; the subscriber is registered, and told its secret. Others as they are.</summary>
    public Reply Completed(Call call, Reply reply)
    {
        if (!reply.IsSuccess || Matching(call.Request.Method, call.Request.Path) is not { } way)
        {
            return reply;
        }

        var form = new RegistrationForm(way.Body);
        var isReadable = StrictJson.Read(call.Request.Body, out var body) is null;
        if (!isReadable || Url(Text(form.Find(body, "{webhook_url}"))) is not { } url)
        {
            return _world.Refusals.Invalid(call, [new("", "webhook", "Must name an http or https URL")]);
        }

        var sent = Text(form.Find(body, "{webhook_secret}"));
        var secret = sent ?? NewSecret();
        var events = form.Find(body, "{webhook_events}") ?? default;
        _world.Webhooks.Subscribe($"{way.Path.Value} {url}", new(url, secret) { Events = Names(events) });
        return way.SecretField is { } field ? reply.Edit(answer => With(answer, field.Value, secret)) : reply;
    }

    private WebhookRegistration.Request? Matching(string method, string path) =>
        _world.Webhooks.HasEvents
            ? _requests.FirstOrDefault(r => r.Method == method && UrlPath.Of(r.Path.Value) == path)
            : null;

    // In the form that Standard Webhooks writes secrets in, which is text to every other scheme.
    private static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static JsonNode With(JsonNode answer, string path, string secret)
    {
        if (answer is JsonObject members)
        {
            DottedPath.Set(members, path, secret);
        }

        return answer;
    }

    private static Uri? Url(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static ImmutableArray<string> Names(JsonElement events) =>
        events.ValueKind is JsonValueKind.Array
            ? [.. events.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.String).Select(e => e.GetString()!)]
            : [];

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
