using System.Security.Cryptography;

namespace Conformance.Consumers.Receiver.Signing;

/// <summary>One delivery on its way to be signed.</summary>
/// <param name="scheme">The scheme.</param>
/// <param name="secret">The secret's bytes.</param>
/// <param name="signed">What is signed.</param>
/// <param name="sentTimestamp">Text of the timestamp that is sent; null for none.</param>
internal sealed class SigningDesk(DeliveryScheme scheme, byte[] secret, SignedParts signed, string? sentTimestamp)
{
    /// <summary>The scheme.</summary>
    public DeliveryScheme Scheme => scheme;

    /// <summary>The valid digest.</summary>
    public byte[] Digest() => DigestWith(secret);

    /// <summary>The digest by another key.</summary>
    /// <param name="key">The key.</param>
    public byte[] DigestWith(byte[] key) => scheme.Digest(key, scheme.Content(signed));

    /// <summary>The valid signature.</summary>
    public string Signature() => Marked(Digest());

    /// <summary>A signature by a secret that nobody has.</summary>
    public string Forged() => Marked(DigestWith(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The valid signature of another body.</summary>
    /// <param name="body">That body.</param>
    public string SignatureOf(byte[] body) =>
        Marked(scheme.Digest(secret, scheme.Content(signed with { Body = body })));

    /// <summary>A digest as a signature.</summary>
    /// <param name="digest">The digest.</param>
    public string Marked(byte[] digest) => scheme.Mark + scheme.Encode(digest);

    /// <summary>The HMAC with SHA-1 of what is signed, as hex.</summary>
#pragma warning disable CA5350 // Receivers must refuse it; that is what it is made for.
    public string Sha1() => Convert.ToHexStringLower(HMACSHA1.HashData(secret, scheme.Content(signed)));
#pragma warning restore CA5350

    /// <summary>The header's value.</summary>
    /// <param name="signatures">Signatures in order.</param>
    public string Header(params string[] signatures) => scheme.HeaderValue(signatures, sentTimestamp);
}
