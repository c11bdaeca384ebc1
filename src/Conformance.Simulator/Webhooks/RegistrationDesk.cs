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
    private readonly RegistrationBook _book = new();
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

    /// <summary>
    /// The operation that a request registers with, or takes a registration back, when no endpoint is declared for it;
    /// otherwise null.
    /// </summary>
    public Endpoint? Find(SimulatedRequest request) =>
        Matching(request.Method, request.Path) is { } way ? Operation("register-webhook", way.Method, way.Path)
        : Removing(request)?.Remove is { } remove ? Operation("remove-webhook", remove.Method, remove.Path)
        : null;

    /// <summary>The answer to a registration, or to taking one back, that came with valid credentials.</summary>
    public Reply Answer(Call call) =>
        Matching(call.Request.Method, call.Request.Path) is not null
            ? Completed(call, new Reply(201) { Body = new JsonObject() })
        : TakeBack(call.Request) ? new Reply(204)
        : _world.Refusals.UnknownResource(call);

    /// <summary>A successful answer to a request that registers; the subscriber is registered, and told its secret. Others as they are.</summary>
    public Reply Completed(Call call, Reply reply)
    {
        if (!reply.IsSuccess || Matching(call.Request.Method, call.Request.Path) is not { } way)
        {
            _ = reply.IsSuccess && Removing(call.Request) is not null && TakeBack(call.Request);
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
        var subscriber = $"{way.Path.Value} {url}";
        _world.Webhooks.Subscribe(subscriber, new(url, secret) { Events = Names(events) });
        return reply.Edit(answer => _book.Enter(way, With(answer, way.SecretField, secret), subscriber));
    }

    private bool TakeBack(SimulatedRequest request)
    {
        if (_book.Remove(request.Path) is not { } subscriber)
        {
            return false;
        }

        _world.Webhooks.Unsubscribe(subscriber);
        return true;
    }

    private static Endpoint Operation(string id, string method, Located<string> path) =>
        new()
        {
            OperationId = new(id, path.Location),
            Method = new(method, path.Location),
            Path = path,
            Location = path.Location,
        };

    private WebhookRegistration.Request? Removing(SimulatedRequest request) =>
        _world.Webhooks.HasEvents ? _requests.FirstOrDefault(r => RegistrationBook.IsFor(r, request)) : null;

    private WebhookRegistration.Request? Matching(string method, string path) =>
        _world.Webhooks.HasEvents
            ? _requests.FirstOrDefault(r => r.Method == method && UrlPath.Of(r.Path.Value) == path)
            : null;

    // In the form that Standard Webhooks writes secrets in, which is text to every other scheme.
    private static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static JsonNode With(JsonNode answer, Located<string>? path, string secret)
    {
        if (answer is JsonObject members)
        {
            DottedPath.Set(members, path?.Value, secret);
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
