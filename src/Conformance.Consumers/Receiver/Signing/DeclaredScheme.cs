using System.Security.Cryptography;
using System.Text;

namespace Conformance.Consumers.Receiver.Signing;

/// <summary>A specification's own scheme: a header, a prefix, hex, and a template of what is signed.</summary>
/// <param name="form">What the specification declares.</param>
internal sealed class DeclaredScheme(DeclaredForm form) : DeliveryScheme
{
    private const string BodyMark = "{body}";
    private const string TimestampMark = "{timestamp}";

    /// <inheritdoc />
    public override string SignatureHeader => form.SignatureHeader;

    /// <inheritdoc />
    public override string? TimestampHeader => form.TimestampHeader;

    /// <inheritdoc />
    public override bool HasTimestamp => form.TimestampHeader is not null;

    /// <inheritdoc />
    public override bool SignsTimestamp => form.Content.Contains(TimestampMark, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string Mark => form.Prefix;

    /// <inheritdoc />
    public override byte[] Content(SignedParts parts)
    {
        // The body is not text: it is put between the texts before and after it as it is.
        var pieces = form.Content.Split(BodyMark);
        var content = new List<byte>(Filled(pieces[0], parts));
        foreach (var piece in pieces.Skip(1))
        {
            content.AddRange(parts.Body.Span);
            content.AddRange(Filled(piece, parts));
        }

        return [.. content];
    }

    /// <inheritdoc />
    public override byte[] Digest(byte[] key, byte[] content) =>
        form.Algorithm switch
        {
            "SHA512" => HMACSHA512.HashData(key, content),
            "SHA384" => HMACSHA384.HashData(key, content),
#pragma warning disable CA5350 // What a specification signs with is what its receivers are tested with.
            "SHA1" => HMACSHA1.HashData(key, content),
#pragma warning restore CA5350
            _ => HMACSHA256.HashData(key, content),
        };

    /// <inheritdoc />
    public override string TimestampText(DateTimeOffset moment) =>
        form.IsRfc3339
            ? moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)
            : base.TimestampText(moment);

    private static byte[] Filled(string template, SignedParts parts) =>
        Encoding.UTF8.GetBytes(
            template
                .Replace(TimestampMark, parts.Timestamp, StringComparison.Ordinal)
                .Replace("{event_id}", parts.EventId, StringComparison.Ordinal)
                .Replace("{id}", parts.EventId, StringComparison.Ordinal)
                .Replace("{event_type}", parts.EventType, StringComparison.Ordinal)
        );
}

/// <summary>What a specification declares of its own scheme.</summary>
/// <param name="SignatureHeader">Header with the signature.</param>
/// <param name="TimestampHeader">Header with the time of the attempt; null for none.</param>
/// <param name="Prefix">Text before the digest.</param>
/// <param name="Content">Template of what is signed.</param>
/// <param name="Algorithm">Hash of the HMAC: <c>SHA256</c>, <c>SHA384</c>, <c>SHA512</c> or <c>SHA1</c>.</param>
/// <param name="IsRfc3339">Whether timestamps are dates in words instead of Unix seconds.</param>
internal sealed record DeclaredForm(
    string SignatureHeader,
    string? TimestampHeader,
    string Prefix,
    string Content,
    string Algorithm,
    bool IsRfc3339
);
