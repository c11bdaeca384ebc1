using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries are sent with PUT.</summary>
public sealed class DeliversByPut : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries are sent with PUT.";

    /// <inheritdoc />
    internal override Delivery AlterDelivery(WebhookAttempt attempt, Delivery delivery) =>
        delivery with
        {
            Method = "PUT",
        };
}
