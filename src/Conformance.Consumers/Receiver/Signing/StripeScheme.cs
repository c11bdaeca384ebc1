namespace Conformance.Consumers.Receiver.Signing;

/// <summary>Stripe's: one header <c>t=...,v1=...</c>, hex over <c>{timestamp}.{body}</c>; several <c>v1</c> while a secret is changed.</summary>
internal sealed class StripeScheme(string header) : DeliveryScheme
{
    /// <summary>Stripe's own header.</summary>
    public const string OwnHeader = "Stripe-Signature";

    /// <inheritdoc />
    public override string SignatureHeader => header;

    /// <inheritdoc />
    public override bool HasTimestamp => true;

    /// <inheritdoc />
    public override bool SignsTimestamp => true;

    /// <inheritdoc />
    public override bool TakesSeveral => true;

    /// <inheritdoc />
    public override string Mark => "v1=";

    /// <inheritdoc />
    public override byte[] Content(SignedParts parts) => Join($"{parts.Timestamp}.", parts.Body.Span);

    /// <inheritdoc />
    public override string HeaderValue(IReadOnlyList<string> signatures, string? timestamp) =>
        string.Join(',', timestamp is null ? signatures : signatures.Prepend($"t={timestamp}"));
}
