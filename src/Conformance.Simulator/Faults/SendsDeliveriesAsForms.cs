using System.Text;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries are forms with the message in one field.</summary>
public sealed class SendsDeliveriesAsForms : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries are forms with the message in one field.";

    /// <inheritdoc />
    internal override Delivery AlterDelivery(WebhookAttempt attempt, Delivery delivery) =>
        delivery with
        {
            ContentType = "application/x-www-form-urlencoded",
            Body = Encoding.UTF8.GetBytes(
                "payload=" + Uri.EscapeDataString(Encoding.UTF8.GetString(delivery.Body.Span))
            ),
        };
}
