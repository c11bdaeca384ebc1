using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Steps;

/// <summary>Turns a template into a request: values resolved, path and query percent-encoded, nothing else touched.</summary>
internal sealed class RequestComposer(TargetAddresses addresses, RunValues values, ExecutionOptions options)
{
    /// <summary>The request without its credential, or why it cannot be composed.</summary>
    public (OutgoingRequest? Request, Obstacle? Problem) Compose(RequestTemplate template, CaseContext context)
    {
        var resolver = new ValueResolver(values, options, context);
        var target =
            template.Target is RequestTarget.TokenEndpoint
                ? addresses.Token
                : addresses.Api(Path(template, resolver, context));
        if (target is null)
        {
            return (null, NoTokenUrl);
        }

        if (template.Reference is { } reference)
        {
            var (followed, astray) = Follow(reference, target, context);
            if (followed is null)
            {
                return (null, astray);
            }

            target = followed;
        }

        target = template
            .Query.Select(q => (q.Key, Value: Overlaid(context, q.Key) ?? resolver.Resolve(q.Value)))
            .Aggregate(target, (url, q) => TargetAddresses.WithQuery(url, q.Key, q.Value));
        var (body, contentType) = Body(template.Body, resolver, context);
        var request = new OutgoingRequest(template.Method, target)
        {
            Headers = [.. template.Headers.Select(h => KeyValuePair.Create(h.Key, resolver.Resolve(h.Value)))],
            Body = body,
            ContentType = contentType,
        };
        return resolver.Problem is { } problem ? (null, problem) : (request, null);
    }

    // Credentials go nowhere but to the server that the user named.
    private static (Uri? Target, Obstacle? Problem) Follow(string reference, Uri from, CaseContext context)
    {
        if (!context.Captures.TryGetValue(reference, out var text))
        {
            return (null, Obstacles.Arrangement($"No earlier response of the case carried {reference}."));
        }

        if (!Uri.TryCreate(from, text, out var to) || to.Scheme is not ("http" or "https"))
        {
            return (null, Obstacles.Arrangement($"{reference} is no URL that can be called: {Excerpt.Of(text)}."));
        }

        var isHere =
            Uri.Compare(
                from,
                to,
                UriComponents.SchemeAndServer,
                UriFormat.Unescaped,
                StringComparison.OrdinalIgnoreCase
            ) == 0;
        return isHere
            ? (to, null)
            : (
                null,
                Obstacles.Arrangement($"{reference} leads to another server, which is not called: {to.Authority}.")
            );
    }

    private static string Path(RequestTemplate template, ValueResolver resolver, CaseContext context)
    {
        var path = new StringBuilder(template.Path);
        foreach (var (name, source) in template.PathValues)
        {
            var value = Overlaid(context, name) ?? resolver.Resolve(source);
            path.Replace($"{{{name}}}", Uri.EscapeDataString(value));
        }

        return path.ToString();
    }

    private static (byte[]? Body, string? ContentType) Body(
        BodyTemplate body,
        ValueResolver resolver,
        CaseContext context
    ) =>
        body switch
        {
            BodyTemplate.Json json when BodyTypes.IsForm(json.ContentType) => (
                Encoding.UTF8.GetBytes(FormEncoding.Encode(Fields(json.Value, context))),
                json.ContentType
            ),
            BodyTemplate.Json json when context.Fixtures.Count > 0 => (
                JsonOverlay.Apply(json.Value, context.Fixtures),
                json.ContentType
            ),
            // The text as the compiler wrote it: 1.10 stays 1.10.
            BodyTemplate.Json json => (JsonMarshal.GetRawUtf8Value(json.Value).ToArray(), json.ContentType),
            BodyTemplate.Raw raw => (ImmutableCollectionsMarshal.AsArray(raw.Bytes) ?? [], raw.ContentType),
            BodyTemplate.Form form => (
                Encoding.UTF8.GetBytes(
                    FormEncoding.Encode(form.Fields.Select(f => KeyValuePair.Create(f.Key, resolver.Resolve(f.Value))))
                ),
                "application/x-www-form-urlencoded"
            ),
            BodyTemplate.FlatJson flat => (
                JsonSerializer.SerializeToUtf8Bytes(
                    flat.Members.ToDictionary(m => m.Key, m => resolver.Resolve(m.Value))
                ),
                "application/json"
            ),
            _ => (null, null),
        };

    // The fields as their texts; the compiler makes no case of a form that has other fields.
    private static IEnumerable<KeyValuePair<string, string>> Fields(JsonElement form, CaseContext context)
    {
        using var overlaid =
            context.Fixtures.Count > 0 ? JsonDocument.Parse(JsonOverlay.Apply(form, context.Fixtures)) : null;
        return
        [
            .. (overlaid?.RootElement ?? form)
                .EnumerateObject()
                .Select(f =>
                    KeyValuePair.Create(
                        f.Name,
                        f.Value.ValueKind is JsonValueKind.String ? f.Value.GetString()! : f.Value.GetRawText()
                    )
                ),
        ];
    }

    // Well-known data may name a path or query parameter as well as a body field.
    private static string? Overlaid(CaseContext context, string name)
    {
        foreach (var (path, value) in context.Fixtures.SelectMany(f => f.Values))
        {
            if (path == name && JsonBody.Text(value) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static Obstacle NoTokenUrl { get; } =
        new(ObstacleKind.NoCredential, "No token URL is known; declare authentication.endpoints.token.url.", null);
}
