using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>Redirects of receivers are followed.</summary>
public sealed class FollowsRedirectsOfReceivers : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Redirects of receivers are followed.";

    /// <inheritdoc />
    internal override Delivery AlterDelivery(WebhookAttempt attempt, Delivery delivery) =>
        delivery with
        {
            FollowsRedirects = true,
        };
}
