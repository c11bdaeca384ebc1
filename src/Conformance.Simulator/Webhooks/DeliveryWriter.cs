using System.Text.Json;

namespace Conformance.Simulator.Webhooks;

/// <summary>Writes the request of one attempt: the message, the time of the attempt, and a signature over the very bytes that are sent.</summary>
/// <param name="world">Everything the simulator remembers.</param>
/// <param name="terms">How deliveries are signed; null when they are not.</param>
internal sealed class DeliveryWriter(SimulatorWorld world, SigningTerms? terms)
{
    /// <summary>The request.</summary>
    public Delivery Write(WebhookAttempt attempt)
    {
        var told = world.Faults.Through(attempt.Occurrence, (f, o) => f.AlterOccurrence(attempt, o));
        var body = JsonSerializer.SerializeToUtf8Bytes(told.Payload);
        var delivery = new Delivery("POST", attempt.Subscription.Url, body).With("User-Agent", "webhooks/1.0");
        var signed = terms is null ? delivery : Signed(attempt, told, delivery, terms);
        return world.Faults.Through(signed, (f, d) => f.AlterDelivery(attempt, d));
    }

    private Delivery Signed(WebhookAttempt attempt, WebhookOccurrence told, Delivery delivery, SigningTerms by)
    {
        var stamp = world.Faults.Through<string?>(by.Text(attempt.At), (f, s) => f.AlterTimestamp(attempt, by, s));
        var input = new SigningInput(by, attempt.Subscription.Secret, told.Id, stamp ?? "", delivery.Body);
        var signature = world
            .Faults.Through<SignatureDraft?>(input.Draft(), (f, s) => f.AlterSignature(attempt, input, s))
            ?.Compute();
        if (by.HasTimeInHeader)
        {
            string?[] parts = [stamp is null ? null : $"t={stamp}", signature];
            signature = string.Join(',', parts.OfType<string>());
        }

        return delivery
            .With(by.IdHeader, told.Id)
            .With(by.TypeHeader, told.TypeName)
            .With(by.TimestampHeader, stamp)
            .With(by.SignatureHeader, string.IsNullOrEmpty(signature) ? null : signature);
    }
}
