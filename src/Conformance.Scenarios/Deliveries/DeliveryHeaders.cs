using Conformance.Specification.Model;

namespace Conformance.Scenarios.Deliveries;

/// <summary>The headers of deliveries: as declared, else as the chosen scheme names them.</summary>
public static class DeliveryHeaders
{
    /// <summary>The header with the signature; null when nothing is signed.</summary>
    /// <param name="security">Signature and replay prevention.</param>
    public static string? SignatureOf(WebhookSecurity security) =>
        security.SignatureHeader?.Value
        ?? security.Scheme switch
        {
            WebhookScheme.StandardWebhooks => "webhook-signature",
            WebhookScheme.Stripe => "Stripe-Signature",
            WebhookScheme.GitHub => "X-Hub-Signature-256",
            _ => null,
        };

    /// <summary>The header with the time of the attempt; null when none is declared.</summary>
    /// <param name="security">Signature and replay prevention.</param>
    public static string? TimestampOf(WebhookSecurity security) =>
        security.TimestampHeader?.Value
        ?? security.Scheme switch
        {
            WebhookScheme.StandardWebhooks => "webhook-timestamp",
            WebhookScheme.Stripe => SignatureOf(security),
            _ => null,
        };
}
