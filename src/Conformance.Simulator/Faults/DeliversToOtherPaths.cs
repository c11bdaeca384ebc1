using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Deliveries go to the root of the receiver instead of the registered path.</summary>
public sealed class DeliversToOtherPaths : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Deliveries go to the root of the receiver instead of the registered path.";

    /// <inheritdoc />
    internal override Delivery AlterDelivery(WebhookAttempt attempt, Delivery delivery) =>
        delivery with
        {
            Url = new Uri(delivery.Url, "/"),
        };
}
