namespace Conformance.Consumers.Receiver.Signing;

/// <summary>
/// Standard Webhooks 1.0.0: <c>webhook-id</c>, <c>webhook-timestamp</c>, and in <c>webhook-signature</c> a list of
/// <c>v1,</c> and Base64 over <c>{id}.{timestamp}.{body}</c>. The secret is Base64 after <c>whsec_</c>.
/// </summary>
internal sealed class StandardWebhooksScheme : DeliveryScheme
{
    private const string SecretMark = "whsec_";

    /// <inheritdoc />
    public override string SignatureHeader => "webhook-signature";

    /// <inheritdoc />
    public override string TimestampHeader => "webhook-timestamp";

    /// <inheritdoc />
    public override bool HasTimestamp => true;

    /// <inheritdoc />
    public override bool SignsTimestamp => true;

    /// <inheritdoc />
    public override bool TakesSeveral => true;

    /// <inheritdoc />
    public override string IdHeader => "webhook-id";

    /// <inheritdoc />
    public override bool SignsId => true;

    /// <inheritdoc />
    public override string Mark => "v1,";

    /// <inheritdoc />
    public override byte[] Content(SignedParts parts) => Join($"{parts.EventId}.{parts.Timestamp}.", parts.Body.Span);

    /// <inheritdoc />
    public override string Encode(byte[] digest) => Convert.ToBase64String(digest);

    /// <inheritdoc />
    public override byte[] Key(string secret) => Decode(secret) ?? [];

    /// <inheritdoc />
    public override string? DefectOf(string secret) =>
        Decode(secret) is { Length: > 0 }
            ? null
            : $"a secret of Standard Webhooks is Base64, with or without '{SecretMark}' in front";

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> OtherHeaders(SignedParts parts) =>
        [new(IdHeader, parts.EventId)];

    private static byte[]? Decode(string secret)
    {
        var text = secret.StartsWith(SecretMark, StringComparison.Ordinal) ? secret[SecretMark.Length..] : secret;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
