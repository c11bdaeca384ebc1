using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>Writes the message of an event: the declared envelope, and in it the fields that the event declares.</summary>
/// <param name="webhooks">Declares the envelope.</param>
/// <param name="shape">Which part of it means what.</param>
/// <param name="schemas">Resolves references.</param>
/// <param name="values">Makes what is required and cannot be known.</param>
internal sealed class PayloadWriter(
    Specification.Model.Webhooks webhooks,
    EnvelopeShape shape,
    SchemaIndex schemas,
    ValueGenerator values
)
{
    /// <summary>The message.</summary>
    /// <param name="kind">The event.</param>
    /// <param name="id">Its id.</param>
    /// <param name="type">Type of the resource; null when there is none.</param>
    /// <param name="change">What happened to it.</param>
    /// <param name="now">When.</param>
    public JsonObject Write(WebhookEvent kind, string id, string? type, ResourceChange change, DateTimeOffset now)
    {
        var message = new JsonObject();
        DottedPath.Set(message, shape.Id, id);
        DottedPath.Set(message, shape.Type, kind.Name.Value);
        DottedPath.Set(message, shape.Time, Time(schemas.At(webhooks.Envelope, shape.Time), now));
        DottedPath.Set(message, shape.Data, new JsonObject());
        DottedPath.Set(message, shape.ObjectType, type);
        DottedPath.Set(message, shape.ObjectId, change.Current?.Id);
        if (change is { Before: not null, After: not null })
        {
            DottedPath.Set(message, shape.Changes, EventFields.Changes(change));
        }

        var data = DottedPath.Get(message, shape.Data) as JsonObject ?? message;
        WriteFields(data, kind, type, change, now);
        return webhooks.Envelope is { } envelope ? values.Complete(envelope, message)!.AsObject() : message;
    }

    private void WriteFields(
        JsonObject data,
        WebhookEvent kind,
        string? type,
        ResourceChange change,
        DateTimeOffset now
    )
    {
        var fields = new EventFields(type, change);
        foreach (var property in kind.Payload is null ? [] : schemas.Properties(kind.Payload))
        {
            var types = schemas.Types(property.Schema);
            var known =
                fields.Find(property.Name.Value, types)
                ?? (EventFields.IsTime(property.Name.Value) ? Time(property.Schema, now) : null);
            if (known is not null && Fit(known, types) is { } value)
            {
                data[property.Name.Value] = values.Complete(property.Schema, value);
            }
            else if (property.IsRequired)
            {
                data[property.Name.Value] = values.Generate(property.Schema);
            }
        }

        var isOpen = kind.Payload is null && shape.ObjectId is null;
        foreach (var (name, value) in isOpen ? change.Current?.Fields.DeepClone().AsObject() ?? [] : [])
        {
            data.TryAdd(name, value?.DeepClone());
        }
    }

    private JsonNode Time(SchemaNode? schema, DateTimeOffset now)
    {
        var isNumber = schema is not null && (schemas.Types(schema) & (JsonTypes.Integer | JsonTypes.Number)) != 0;
        return isNumber ? now.ToUnixTimeSeconds() : PlainText.DateTime(now);
    }

    /// <summary>A value in the declared type, or null.</summary>
    private static JsonNode? Fit(JsonNode value, JsonTypes types)
    {
        var element = JsonSerializer.SerializeToElement(value);
        return ValueRules.HasType(element, types) ? value
            : types.HasFlag(JsonTypes.String) && value is JsonValue ? element.ToString()
            : null;
    }
}
