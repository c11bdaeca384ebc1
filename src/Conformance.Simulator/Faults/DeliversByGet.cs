using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries are sent with GET, without the message.</summary>
public sealed class DeliversByGet : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries are sent with GET, without the message.";

    /// <inheritdoc />
    internal override Delivery AlterDelivery(WebhookAttempt attempt, Delivery delivery) =>
        delivery with
        {
            Method = "GET",
        };
}
