using System.Security.Cryptography;
using System.Text;

namespace Conformance.Consumers.Receiver.Signing;

/// <summary>
/// One way to sign deliveries (STANDARDS E.1), as this tool does it; the simulator signs by itself. A scheme is taken
/// apart on purpose: content, digest and header text are separate, so that a delivery can be wrong in one of them.
/// </summary>
internal abstract class DeliveryScheme
{
    /// <summary>Header with the signature.</summary>
    public abstract string SignatureHeader { get; }

    /// <summary>Header with the time of the attempt; null when the signature header has it, or nothing does.</summary>
    public virtual string? TimestampHeader => null;

    /// <summary>Whether deliveries carry the time of the attempt at all.</summary>
    public abstract bool HasTimestamp { get; }

    /// <summary>Whether the signature covers the time of the attempt: one that does not cannot stop a replay.</summary>
    public abstract bool SignsTimestamp { get; }

    /// <summary>Whether one delivery may carry several signatures, of which one valid one is enough.</summary>
    public virtual bool TakesSeveral => false;

    /// <summary>Header that identifies the event beside the body; null when the scheme has none.</summary>
    public virtual string? IdHeader => null;

    /// <summary>Whether the signature covers the id header.</summary>
    public virtual bool SignsId => false;

    /// <summary>What is signed.</summary>
    /// <param name="parts">The delivery.</param>
    public abstract byte[] Content(SignedParts parts);

    /// <summary>The digest of a content.</summary>
    /// <param name="key">The secret as the scheme's bytes.</param>
    /// <param name="content">What is signed.</param>
    public virtual byte[] Digest(byte[] key, byte[] content) => HMACSHA256.HashData(key, content);

    /// <summary>The bytes of a secret as it is configured.</summary>
    /// <param name="secret">The secret.</param>
    public virtual byte[] Key(string secret) => Encoding.UTF8.GetBytes(secret);

    /// <summary>Why a secret cannot be one of this scheme; null when it can.</summary>
    /// <param name="secret">The secret.</param>
    public virtual string? DefectOf(string secret) => null;

    /// <summary>A digest as text: hex or Base64.</summary>
    /// <param name="digest">The digest.</param>
    public virtual string Encode(byte[] digest) => Convert.ToHexStringLower(digest);

    /// <summary>What stands before the digest's text.</summary>
    public abstract string Mark { get; }

    /// <summary>The value of the signature header.</summary>
    /// <param name="signatures">Signatures, each with its mark, in order.</param>
    /// <param name="timestamp">Text of the timestamp; null for none.</param>
    public virtual string HeaderValue(IReadOnlyList<string> signatures, string? timestamp) =>
        string.Join(' ', signatures);

    /// <summary>Further headers of every delivery.</summary>
    /// <param name="parts">The delivery.</param>
    public virtual IEnumerable<KeyValuePair<string, string>> OtherHeaders(SignedParts parts) => [];

    /// <summary>A timestamp as the scheme writes it.</summary>
    /// <param name="moment">The time of the attempt.</param>
    public virtual string TimestampText(DateTimeOffset moment) =>
        moment.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The bytes of texts one after the other.</summary>
    protected static byte[] Join(string before, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes(before), .. body];
}

/// <summary>What a signature may cover.</summary>
/// <param name="EventId">Identifies the event.</param>
/// <param name="EventType">For example <c>order.created</c>.</param>
/// <param name="Timestamp">Text of the timestamp; null for none.</param>
/// <param name="Body">The bytes that are sent.</param>
internal sealed record SignedParts(string EventId, string EventType, string? Timestamp, ReadOnlyMemory<byte> Body);
