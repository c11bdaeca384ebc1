using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Every delivery is sent twice at once.</summary>
public sealed class DoublesDeliveries : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Every delivery is sent twice at once.";

    /// <inheritdoc />
    internal override Delivery AlterDelivery(WebhookAttempt attempt, Delivery delivery) => delivery with { Copies = 2 };
}
