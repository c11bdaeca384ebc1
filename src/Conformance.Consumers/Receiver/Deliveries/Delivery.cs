using System.Text.Json.Nodes;
using Conformance.Consumers.Receiver.Signing;

namespace Conformance.Consumers.Receiver.Deliveries;

/// <summary>What a delivery is to be; it is written out when it is sent, since its time is that of the sending.</summary>
/// <param name="EventType">Name of the event, declared or not.</param>
/// <param name="Event">Names the event in its case: deliveries of one name are attempts for one event.</param>
internal sealed record Delivery(string EventType, string Event = "a")
{
    /// <summary>Names the object in its case; null for one that only this event happens to.</summary>
    public string? Object { get; init; }

    /// <summary>The body as it is signed.</summary>
    public Func<JsonObject, byte[]> Body { get; init; } = BodyForms.Plain;

    /// <summary>The body as it is sent, made of the one that is signed; null for the same.</summary>
    public Func<JsonObject, byte[]>? SentBody { get; init; }

    /// <summary>When the event happened, from now.</summary>
    public TimeSpan HappenedAt { get; init; }

    /// <summary>The timestamp as it is signed.</summary>
    public TimestampForm Timestamp { get; init; } = TimestampForm.Now;

    /// <summary>The timestamp as it is sent, where that is another one than the signed; null for the same.</summary>
    public TimestampForm? SentTimestamp { get; init; }

    /// <summary>The signature.</summary>
    public SignatureForm Signature { get; init; } = SignatureForm.Genuine;

    /// <summary>Whether the scheme's id header names another event than the one that is signed.</summary>
    public bool SendsOtherId { get; init; }

    /// <summary>Content type; null for none.</summary>
    public string? ContentType { get; init; } = "application/json";

    /// <summary>What <c>Content-Encoding</c> says of the body as it is signed and sent; null for no such header.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>Time between the two halves of the body; null to send it in one go.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>HTTP method; one without a body for GET.</summary>
    public string Method { get; init; } = "POST";
}

/// <summary>The timestamp of a delivery: a moment, a text, or none.</summary>
/// <param name="Shift">From now.</param>
/// <param name="Text">Instead of a moment; null for the moment.</param>
/// <param name="IsMissing">Whether there is none.</param>
internal sealed record TimestampForm(TimeSpan Shift, string? Text = null, bool IsMissing = false)
{
    /// <summary>The time of the attempt.</summary>
    public static TimestampForm Now { get; } = new(TimeSpan.Zero);

    /// <summary>None at all.</summary>
    public static TimestampForm Missing { get; } = new(TimeSpan.Zero, IsMissing: true);

    /// <summary>A text that is no time, or none that should be taken.</summary>
    /// <param name="text">The text.</param>
    public static TimestampForm Of(string text) => new(TimeSpan.Zero, text);

    /// <summary>As the scheme writes it; null for none.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="now">The time of the attempt.</param>
    public string? In(DeliveryScheme scheme, DateTimeOffset now) =>
        IsMissing || !scheme.HasTimestamp ? null : Text ?? scheme.TimestampText(now + Shift);
}
