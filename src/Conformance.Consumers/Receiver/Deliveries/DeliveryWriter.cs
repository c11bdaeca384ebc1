using System.Text.Json.Nodes;
using Conformance.Consumers.Receiver.Signing;
using Conformance.Execution.Recording;

namespace Conformance.Consumers.Receiver.Deliveries;

/// <summary>Writes the deliveries of one case: the same event for every attempt, the time of each attempt.</summary>
/// <param name="maker">Makes events.</param>
/// <param name="signing">Scheme, secret and address.</param>
/// <param name="time">The run's clock.</param>
internal sealed class DeliveryWriter(WebhookEventMaker maker, SigningSetup signing, TimeProvider time)
{
    private readonly Dictionary<string, DeliveredEvent> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> objects = new(StringComparer.Ordinal);

    /// <summary>The event of that name in the case; made when it is first asked for.</summary>
    /// <param name="delivery">A delivery of it.</param>
    public DeliveredEvent EventOf(Delivery delivery)
    {
        if (events.TryGetValue(delivery.Event, out var known))
        {
            return known;
        }

        var objectId = delivery.Object is { } name ? objects.GetValueOrDefault(name) : null;
        var made = maker.Make(delivery.EventType, objectId, time.GetUtcNow() + delivery.HappenedAt);
        if (delivery.Object is not null)
        {
            objects[delivery.Object] = made.ObjectId;
        }

        return events[delivery.Event] = made;
    }

    /// <summary>The event of that name; it has been delivered before.</summary>
    /// <param name="name">Its name in the case.</param>
    public DeliveredEvent EventOf(string name) => events[name];

    /// <summary>The request.</summary>
    /// <param name="delivery">What it is to be.</param>
    public RecordedRequest Write(Delivery delivery)
    {
        var of = EventOf(delivery);
        var scheme = signing.Scheme;
        var now = time.GetUtcNow();
        var body = delivery.Body(of.Body);
        var sent = delivery.SentBody is { } changed ? changed(of.Body) : body;
        if (scheme is null)
        {
            return Request(delivery, [], sent);
        }

        var timestamp = delivery.Timestamp.In(scheme, now);
        var sentTimestamp = (delivery.SentTimestamp ?? delivery.Timestamp).In(scheme, now);
        var parts = new SignedParts(of.Id, of.Type, timestamp, body);
        var desk = new SigningDesk(scheme, signing.Key, parts, sentTimestamp);
        var headers = new List<KeyValuePair<string, string>>(
            scheme.OtherHeaders(delivery.SendsOtherId ? parts with { EventId = $"{of.Id}x" } : parts)
        );
        if (scheme.TimestampHeader is { } timestampHeader && sentTimestamp is not null)
        {
            headers.Add(new(timestampHeader, sentTimestamp));
        }

        if (delivery.Signature.Header(desk) is { } signature)
        {
            headers.Add(new(scheme.SignatureHeader, signature));
        }

        return Request(delivery, headers, sent);
    }

    private RecordedRequest Request(
        Delivery delivery,
        List<KeyValuePair<string, string>> headers,
        ReadOnlyMemory<byte> body
    )
    {
        if (delivery.ContentEncoding is { } encoding)
        {
            headers.Add(new("Content-Encoding", encoding));
        }

        return delivery.Method == "GET"
            ? new(delivery.Method, signing.Url, [.. headers], default, null)
            : new(delivery.Method, signing.Url, [.. headers], body, delivery.ContentType);
    }
}

/// <summary>How and where deliveries go.</summary>
/// <param name="Url">The receiver's endpoint.</param>
/// <param name="Scheme">The scheme; null where the specification has none.</param>
/// <param name="Key">The secret's bytes.</param>
internal sealed record SigningSetup(Uri Url, DeliveryScheme? Scheme, byte[] Key);
