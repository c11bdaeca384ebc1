using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Deliveries;

/// <summary>
/// Where a delivery has what is told of every event: by the declared scheme, by the declared recognition of repeated
/// events, else by the names that the declared envelope has.
/// </summary>
public sealed class DeliveryFields
{
    private static readonly string[] IdNames = ["event_id", "message_id", "delivery_id", "webhook_id", "uuid", "id"];
    private static readonly string[] TypeNames = ["event_type", "type", "event", "event_name", "topic", "name", "kind"];
    private static readonly string[] ObjectNames = ["object_id", "resource_id", "entity_id", "subject_id", "subject"];
    private static readonly string[] TimeNames = ["timestamp", "occurred_at", "created_at", "time", "date", "sent_at"];
    private readonly ImmutableHashSet<string> events;

    private DeliveryFields(Webhooks webhooks)
    {
        events = [.. webhooks.Events.Select(e => e.Name.Value), .. webhooks.Subscriptions.Select(s => s.Value)];
        var envelope = webhooks.Envelope;
        EventId =
            webhooks.Security?.Dedupe?.Key.Value
            ?? webhooks.Security?.Scheme switch
            {
                WebhookScheme.StandardWebhooks => "webhook-id",
                WebhookScheme.GitHub => "X-GitHub-Delivery",
                _ => Named(envelope, IdNames),
            };
        EventType = Named(envelope, TypeNames);
        Timestamp = Named(envelope, TimeNames);
        ObjectId = NamedInside(envelope, ObjectNames);
    }

    /// <summary>Field of the body, or header, that identifies an event; null when nothing declares one.</summary>
    public string? EventId { get; }

    /// <summary>Field of the body with the event's name; null when none is declared.</summary>
    public string? EventType { get; }

    /// <summary>Field of the body with the event's time; null when none is declared.</summary>
    public string? Timestamp { get; }

    /// <summary>Field of the body that identifies what the event is about; null when none is declared.</summary>
    public string? ObjectId { get; }

    /// <summary>Where deliveries of a specification have it.</summary>
    /// <param name="webhooks">The section.</param>
    public static DeliveryFields Of(Webhooks webhooks) => new(webhooks);

    /// <summary>The id of a delivery's event; null when it has none.</summary>
    /// <param name="body">The body, when it is JSON.</param>
    /// <param name="header">Finds the value of a header.</param>
    public string? EventIdOf(JsonElement? body, Func<string, string?> header) =>
        EventId is null ? null
        : body is { } root && Find(root, EventId) is { } value ? Text(value)
        : header(EventId);

    /// <summary>The name of a delivery's event; null when it has none.</summary>
    /// <param name="body">The body, when it is JSON.</param>
    /// <param name="header">Finds the value of a header.</param>
    public string? EventTypeOf(JsonElement? body, Func<string, string?> header)
    {
        if (body is not { ValueKind: JsonValueKind.Object } root)
        {
            return null;
        }

        var declared = EventType is { } field && Find(root, field) is { } value ? Text(value) : null;
        return declared
            ?? root.EnumerateObject()
                .Select(p => Text(p.Value))
                .FirstOrDefault(t => t is not null && events.Contains(t))
            ?? header("X-GitHub-Event");
    }

    /// <summary>Whether a name is that of a declared event.</summary>
    /// <param name="name">The name.</param>
    public bool Knows(string name) => events.Contains(name);

    /// <summary>Whether a text stands as a value anywhere in a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="text">The text, as an identifier is written in a URL.</param>
    public static bool Mentions(JsonElement body, string text) => Values(body).Any(v => v == text);

    /// <summary>All texts and numbers of a body.</summary>
    /// <param name="body">The body.</param>
    public static IEnumerable<string> Values(JsonElement body) =>
        body.ValueKind switch
        {
            JsonValueKind.Object => body.EnumerateObject().SelectMany(p => Values(p.Value)),
            JsonValueKind.Array => body.EnumerateArray().SelectMany(Values),
            _ => Text(body) is { } text ? [text] : [],
        };

    private static string? Named(SchemaNode? envelope, string[] names) =>
        names
            .SelectMany(name => envelope?.Properties.Where(p => Same(p.Name.Value, name) && IsValue(p.Schema)) ?? [])
            .Select(p => p.Name.Value)
            .FirstOrDefault();

    private static string? NamedInside(SchemaNode? envelope, string[] names) =>
        Named(envelope, names)
        ?? envelope
            ?.Properties.Select(p => Named(p.Schema, names) is { } inner ? $"{p.Name.Value}.{inner}" : null)
            .FirstOrDefault(path => path is not null);

    // An object of that name holds what is meant, and more.
    private static bool IsValue(SchemaNode schema) =>
        schema is { Types: not JsonTypes.Object, Properties.IsEmpty: true };

    // eventId, EventID and event_id are one name.
    private static bool Same(string one, string other) =>
        string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static JsonElement? Find(JsonElement root, string path)
    {
        var current = root;
        foreach (var name in path.Split('.'))
        {
            if (current.ValueKind is not JsonValueKind.Object || !current.TryGetProperty(name, out current))
            {
                return null;
            }
        }

        return current;
    }

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Number)
        {
            return value.GetRawText();
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape is JSON by the grammar but no text.
            return null;
        }
    }
}
