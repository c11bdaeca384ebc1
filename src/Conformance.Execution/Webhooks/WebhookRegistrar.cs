using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Webhooks;

/// <summary>Tells the target where deliveries go, and takes it back.</summary>
internal sealed class WebhookRegistrar(
    TargetChannel channel,
    Uri? providerStates,
    RequestComposer composer,
    RequestSender sender,
    SecretMask mask
)
{
    /// <summary>Tells the target.</summary>
    public async Task<Registered> RegisterAsync(
        WebhookTarget target,
        Uri url,
        IReadOnlyList<string> events,
        CancellationToken cancellationToken
    ) =>
        target.Registration switch
        {
            WebhookRegistration.ProviderState state => new()
            {
                Refusal = await TellStateAsync(state.State, "setup", target, url, events, cancellationToken),
            },
            WebhookRegistration.Request request => await RequestAsync(request, target, url, events, cancellationToken),
            _ => new(),
        };

    /// <summary>Takes it back; a target that cannot is left as it is.</summary>
    /// <returns>What is left behind, in words; null when nothing is.</returns>
    public async Task<string?> UnregisterAsync(
        WebhookTarget target,
        Registered registered,
        Uri url,
        IReadOnlyList<string> events,
        CancellationToken cancellationToken
    )
    {
        if (target.Registration is WebhookRegistration.ProviderState state)
        {
            await TellStateAsync(state.State, "teardown", target, url, events, cancellationToken);
        }

        return target.Registration is WebhookRegistration.Request request
            ? await RemoveAsync(request, registered, url, cancellationToken)
            : null;
    }

    private async Task<string?> RemoveAsync(
        WebhookRegistration.Request registration,
        Registered registered,
        Uri url,
        CancellationToken cancellationToken
    )
    {
        var left = $"the registration of {url.OriginalString} by {registration.Method} {registration.Path.Value}";
        if (registration.Remove is not { } remove)
        {
            return $"{left}; declare the request that takes it back as 'remove' beside it, or take it back by hand";
        }

        var values = remove.Fields.ToDictionary(f => f, f => registered.Field(f));
        if (values.FirstOrDefault(v => v.Value is null).Key is { } missing)
        {
            return $"{left}: its answer has no {missing}, which {remove.Method} {remove.Path.Value} needs";
        }

        var template = new RequestTemplate
        {
            Method = remove.Method,
            Path = remove.Path.Value,
            PathValues =
            [
                .. values.Select(v => KeyValuePair.Create(v.Key, (ValueSource)new ValueSource.Literal(v.Value!))),
            ],
        };
        var sent = await SendAsync(template, cancellationToken);
        return sent.Exchange?.Response switch
        {
            { Status: (>= 200 and < 300) or 404 or 410 } => null,
            { Status: var status } => string.Create(
                CultureInfo.InvariantCulture,
                $"{left}: {remove.Method} {remove.Path.Value} was answered {status}"
            ),
            null => $"{left}: {remove.Method} {remove.Path.Value} was not answered",
        };
    }

    private async Task<Sent> SendAsync(RequestTemplate template, CancellationToken cancellationToken)
    {
        var context = new CaseContext("webhook registration", ScenarioKind.Webhooks, new CaseLog(mask));
        var (request, problem) = composer.Compose(template, context);
        return request is null
            ? new Sent(null, null, problem)
            : await sender.SendAsync(
                request,
                template,
                new SendManner(LimitEntry.Courteous, RepeatsThrottled: true, ExpectsRefusal: false),
                context,
                cancellationToken
            );
    }

    private async Task<string?> TellStateAsync(
        string state,
        string action,
        WebhookTarget target,
        Uri url,
        IReadOnlyList<string> events,
        CancellationToken cancellationToken
    )
    {
        if (providerStates is null)
        {
            return $"'{state}' cannot be reached: the environment declares no provider_states.url, and --provider-states names none.";
        }

        var request = new OutgoingRequest("POST", providerStates)
        {
            ContentType = "application/json",
            Body = JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    state,
                    @params = new
                    {
                        url = url.OriginalString,
                        secret = target.Secret,
                        events,
                    },
                    action,
                }
            ),
        };
        var outcome = await channel.SendAsync(request, cancellationToken);
        return outcome.Response switch
        {
            { Status: >= 200 and < 300 } => null,
            { } response =>
                $"The provider-states handler answered {response.Status} to '{state}'; teach it that state ({providerStates}): "
                    + "params url, secret and events say where deliveries go.",
            null => outcome.Problem?.Reason ?? "The provider-states handler did not answer.",
        };
    }

    private async Task<Registered> RequestAsync(
        WebhookRegistration.Request registration,
        WebhookTarget target,
        Uri url,
        IReadOnlyList<string> events,
        CancellationToken cancellationToken
    )
    {
        var body = Filled(JsonNode.Parse(registration.Body.GetRawText()), url, target.Secret, events);
        var template = new RequestTemplate
        {
            Method = registration.Method,
            Path = registration.Path,
            Body = new BodyTemplate.Json(JsonSerializer.SerializeToElement(body), "application/json"),
        };
        var sent = await SendAsync(template, cancellationToken);
        var what = $"The registration of webhooks, {registration.Method} {registration.Path.Value},";
        if (sent.Exchange?.Response is not { } response)
        {
            return new()
            {
                Refusal = $"{what} was not answered: {sent.Obstacle?.Reason ?? sent.Exchange?.Failure?.Message}",
            };
        }

        if (response.Status is not (>= 200 and < 300))
        {
            return new()
            {
                Refusal =
                    $"{what} was answered {response.Status}: {Excerpt.Of(Encoding.UTF8.GetString(response.Body.Span))}",
            };
        }

        var registered = new Registered { Answer = JsonBody.Parse(response.Body) };
        return registration.SecretField is not { } field ? registered
            : registered.Field(field) is { Length: > 0 } secret ? registered with { Secret = secret }
            : registered with
            {
                Refusal = $"{what} was answered without {field.Value}, which the specification says holds the secret.",
            };
    }

    private static JsonNode? Filled(JsonNode? node, Uri url, string? secret, IReadOnlyList<string> events) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(m => KeyValuePair.Create(m.Key, Filled(m.Value, url, secret, events)))
            ),
            JsonArray elements => new JsonArray([.. elements.Select(e => Filled(e, url, secret, events))]),
            JsonValue value when value.GetValueKind() is JsonValueKind.String => Filled(
                value.GetValue<string>(),
                url,
                secret,
                events
            ),
            _ => node?.DeepClone(),
        };

    private static JsonNode Filled(string text, Uri url, string? secret, IReadOnlyList<string> events) =>
        text == "{webhook_events}"
            ? new JsonArray([.. events.Select(e => JsonValue.Create(e))])
            : JsonValue.Create(
                text.Replace("{webhook_url}", url.OriginalString, StringComparison.Ordinal)
                    .Replace("{webhook_secret}", secret ?? "", StringComparison.Ordinal)
                    .Replace("{webhook_events}", string.Join(',', events), StringComparison.Ordinal)
            );
}
