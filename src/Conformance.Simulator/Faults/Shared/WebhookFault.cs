using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>A fault of events and their deliveries.</summary>
public abstract class WebhookFault : Fault
{
    private protected WebhookFault() { }

    /// <inheritdoc />
    public sealed override FaultArea Area => FaultArea.Webhooks;

    /// <summary>Every event that is declared.</summary>
    private protected static IEnumerable<WebhookEvent> Declared(WebhookAttempt attempt) =>
        attempt.World.Specification.Webhooks?.Events ?? [];

    /// <summary>The fields that the event of an attempt declares.</summary>
    private protected static IReadOnlyList<SchemaProperty> Fields(WebhookAttempt attempt) =>
        attempt.Occurrence.Event.Payload is { } payload ? attempt.World.Schemas.Properties(payload) : [];
}
