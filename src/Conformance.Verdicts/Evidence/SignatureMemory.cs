using Conformance.Execution.Recording;
using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Verdicts.Evidence;

/// <summary>
/// What is known of signatures: looked at while the secret is known, remembered where it is not, for records keep no
/// secret.
/// </summary>
public static class SignatureMemory
{
    /// <summary>The delivery with what was found of its signature; as it is where nothing can be said.</summary>
    /// <param name="exchange">An exchange that the target began.</param>
    /// <param name="context">The specification and the secret.</param>
    public static Exchange Keep(Exchange exchange, JudgeContext context)
    {
        if (exchange.Delivery is not { } facts || context.Specification.Webhooks?.Security is not { } security)
        {
            return exchange;
        }

        var delivery = new SeenDelivery(exchange, context);
        var found =
            DeliveryHeaders.SignatureOf(security) is { } header && delivery.Header(header) is { Length: > 0 } value
                ? Look(delivery, security, value)
                : null;
        return found is null ? exchange : exchange with { Delivery = facts with { Signature = found } };
    }

    /// <summary>What a signature came to; null where it cannot be verified.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="security">The declared scheme.</param>
    /// <param name="value">The header's value.</param>
    internal static RememberedSignature? Look(SeenDelivery delivery, WebhookSecurity security, string value)
    {
        if (!DeliverySignature.CanVerify(security))
        {
            return null;
        }

        if (delivery.Facts.Signature is { } remembered)
        {
            return remembered;
        }

        if (delivery.Context.WebhookSecret() is not { Length: > 0 } secret)
        {
            return null;
        }

        var signature = new DeliverySignature(security, secret);
        return new(signature.Expected, signature.Problem(delivery, value));
    }
}
