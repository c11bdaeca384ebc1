using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Receiver.Deliveries;

/// <summary>One event that happened, as deliveries tell of it: the same for every attempt.</summary>
/// <param name="Id">Identifies the event.</param>
/// <param name="ObjectId">Identifies what it happened to.</param>
/// <param name="Type">Name of the event.</param>
/// <param name="Body">The JSON that is delivered.</param>
internal sealed record DeliveredEvent(string Id, string ObjectId, string Type, JsonObject Body);

/// <summary>
/// Makes events from the specification: the envelope, with the fields that the event declares merged into its data.
/// Ids are new in every run, so that a receiver that remembers earlier runs takes none of them for a repetition.
/// </summary>
/// <param name="specification">The contract.</param>
/// <param name="seed">Decides the generated data.</param>
internal sealed class WebhookEventMaker(IntegrationSpecification specification, int seed)
{
    private readonly Webhooks webhooks = specification.Webhooks!;
    private readonly EnvelopeRoles roles = EnvelopeRoles.Of(specification.Webhooks!);
    private readonly SamplePayloads samples = new(specification, seed);

    /// <summary>A new event.</summary>
    /// <param name="type">Name of the event, declared or not.</param>
    /// <param name="objectId">What it happens to; null for something new.</param>
    /// <param name="now">When it happens.</param>
    public DeliveredEvent Make(string type, string? objectId, DateTimeOffset now)
    {
        var id = $"evt_{Guid.NewGuid():N}";
        objectId ??= $"obj_{Guid.NewGuid():N}"[..16];
        var declared = webhooks.Events.FirstOrDefault(e => e.Name.Value == type);
        var payload = Payload(declared, type, objectId, now);
        return new(id, objectId, type, Enveloped(payload, id, type, objectId, now));
    }

    private JsonObject Payload(WebhookEvent? declared, string type, string objectId, DateTimeOffset now)
    {
        var payload = declared?.Payload is { } schema
            ? samples.Valid(schema, type, withOptional: true) as JsonObject ?? []
            : [];
        foreach (var (name, value) in payload.ToArray())
        {
            if (value is JsonValue text && text.GetValueKind() is JsonValueKind.String)
            {
                payload[name] =
                    IsMoment(name) ? Moment(now)
                    : name.Equals($"{Subject(type)}_id", StringComparison.OrdinalIgnoreCase) ? objectId
                    : value.DeepClone();
            }
            else if (
                declared!.Payload!.Properties.FirstOrDefault(p => p.Name.Value == name)?.Schema is
                { Types: JsonTypes.Number, Minimum: null, Maximum: null, MultipleOf: null, Examples: [] }
            )
            {
                // A fraction, for it has two ways to be written.
                payload[name] = 12.5;
            }
        }

        return payload;
    }

    private JsonObject Enveloped(JsonObject payload, string id, string type, string objectId, DateTimeOffset now)
    {
        if (webhooks.Envelope is not { } schema)
        {
            return payload;
        }

        var body = samples.Valid(schema, type, withOptional: false) as JsonObject ?? [];
        Set(body, roles.Id, id);
        Set(body, roles.Type, type);
        Set(body, roles.Time, Moment(now));
        var data = roles.Data is { } name ? body[name] as JsonObject : null;
        if (data is null)
        {
            data = roles.Data is null ? body : [];
            if (roles.Data is not null)
            {
                body[roles.Data] = data;
            }
        }

        foreach (var (field, value) in payload)
        {
            data[field] = value?.DeepClone();
        }

        Set(data, roles.ObjectType, Subject(type));
        Set(data, roles.ObjectId, objectId);
        return body;
    }

    private static void Set(JsonObject target, string? name, string value)
    {
        if (name is not null)
        {
            target[name] = value;
        }
    }

    private static bool IsMoment(string name) =>
        name.EndsWith("_at", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("At", StringComparison.Ordinal)
        || name.Contains("timestamp", StringComparison.OrdinalIgnoreCase);

    // order.created happens to an order.
    private static string Subject(string type) => type.Split('.')[0];

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
