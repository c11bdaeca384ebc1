using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Receiver.Deliveries;

/// <summary>Which field of the declared envelope says what; null for what it has no field for.</summary>
/// <param name="Id">Identifies the event.</param>
/// <param name="Type">Name of the event.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Data">The object with what happened.</param>
/// <param name="ObjectId">Within that object: what it happened to.</param>
/// <param name="ObjectType">Within that object: the type of that.</param>
internal sealed record EnvelopeRoles(
    string? Id,
    string? Type,
    string? Time,
    string? Data,
    string? ObjectId,
    string? ObjectType
)
{
    // In the order in which they are preferred: what people call these fields.
    private static readonly string[] Ids =
    [
        "event_id",
        "id",
        "message_id",
        "delivery_id",
        "webhook_id",
        "notification_id",
        "uuid",
    ];
    private static readonly string[] Types = ["event_type", "type", "event", "event_name", "name", "topic"];
    private static readonly string[] Times = ["timestamp", "occurred_at", "created_at", "created", "sent_at", "time"];
    private static readonly string[] ObjectIds = ["object_id", "resource_id", "entity_id", "id"];
    private static readonly string[] ObjectTypes = ["object_type", "resource_type", "entity_type", "type"];

    /// <summary>No envelope is declared: the payload is the body.</summary>
    public static EnvelopeRoles None { get; } = new(null, null, null, null, null, null);

    /// <summary>Finds the fields by the names people give them; the declared key of repeated events goes first.</summary>
    /// <param name="webhooks">The section.</param>
    public static EnvelopeRoles Of(Webhooks webhooks)
    {
        if (webhooks.Envelope is not { } envelope)
        {
            return None;
        }

        var top = envelope.Properties;
        var key = webhooks.Security?.Dedupe?.Key.Value;
        var data = top.FirstOrDefault(p => p.Schema.Properties.Length > 0 || p.Schema.Types is JsonTypes.Object);
        var inner = data?.Schema.Properties ?? [];
        return new(
            Named(top, key is null ? Ids : [key, .. Ids]) ?? Ending(top),
            Named(top, Types),
            Named(top, Times),
            data?.Name.Value,
            Named(inner, ObjectIds) ?? Ending(inner),
            Named(inner, ObjectTypes)
        );
    }

    private static string? Named(ImmutableArray<SchemaProperty> fields, string[] names) =>
        names
            .Select(name => fields.FirstOrDefault(f => Plain(f.Name.Value) == Plain(name))?.Name.Value)
            .FirstOrDefault(name => name is not null);

    private static string? Ending(ImmutableArray<SchemaProperty> fields) =>
        fields.FirstOrDefault(f => Plain(f.Name.Value).EndsWith("ID", StringComparison.Ordinal))?.Name.Value;

    // event_id, eventId and event-id are one name.
    private static string Plain(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
