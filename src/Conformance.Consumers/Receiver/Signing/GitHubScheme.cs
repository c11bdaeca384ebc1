namespace Conformance.Consumers.Receiver.Signing;

/// <summary>GitHub's: <c>X-Hub-Signature-256: sha256=</c> and hex, over the body; id and event stand in headers of their own.</summary>
internal sealed class GitHubScheme : DeliveryScheme
{
    /// <inheritdoc />
    public override string SignatureHeader => "X-Hub-Signature-256";

    /// <inheritdoc />
    public override bool HasTimestamp => false;

    /// <inheritdoc />
    public override bool SignsTimestamp => false;

    /// <inheritdoc />
    public override string IdHeader => "X-GitHub-Delivery";

    /// <inheritdoc />
    public override string Mark => "sha256=";

    /// <inheritdoc />
    public override byte[] Content(SignedParts parts) => parts.Body.ToArray();

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> OtherHeaders(SignedParts parts) =>
        [new(IdHeader, parts.EventId), new("X-GitHub-Event", parts.EventType)];
}
