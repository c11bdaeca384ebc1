using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries are labelled as plain text.</summary>
public sealed class MislabelsDeliveries : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries are labelled as plain text.";

    /// <inheritdoc />
    internal override Delivery AlterDelivery(WebhookAttempt attempt, Delivery delivery) =>
        delivery with
        {
            ContentType = "text/plain",
        };
}
