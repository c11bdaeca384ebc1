using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Certificates.Signing;

/// <summary>A signed statement: Dead Simple Signing Envelope, DSSE 1.0.2.</summary>
/// <param name="Payload">The signed bytes, in base64.</param>
/// <param name="PayloadType">What the bytes are.</param>
/// <param name="Signatures">Signatures over both.</param>
internal sealed record DsseEnvelope(string? Payload, string? PayloadType, ImmutableArray<DsseSignature> Signatures)
{
    /// <summary>The type of in-toto statements.</summary>
    public const string InTotoType = "application/vnd.in-toto+json";

    /// <summary>The payload; null when it is no base64.</summary>
    [JsonIgnore]
    public byte[]? PayloadBytes => Payload is null ? null : FromBase64(Payload);

    /// <summary>Signs a payload.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="key">The key.</param>
    public static DsseEnvelope Sign(byte[] payload, SigningKey key) =>
        new(
            Convert.ToBase64String(payload),
            InTotoType,
            [new(key.PublicKey.Id, Convert.ToBase64String(key.Sign(PreAuthenticationEncoding(InTotoType, payload))))]
        );

    /// <summary>Reads an envelope; null when it is none.</summary>
    /// <param name="json">The file.</param>
    public static DsseEnvelope? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CertificateJson.Default.DsseEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether one of the signatures is by this key.</summary>
    /// <param name="key">The key; ids of keys in the envelope are hints, and not looked at.</param>
    public bool IsSignedBy(VerifyingKey key) =>
        PayloadBytes is { } payload
        && PayloadType is { } type
        && !Signatures.IsDefault
        && Signatures.Any(s =>
            FromBase64(s.Sig) is { } signature && key.Verify(PreAuthenticationEncoding(type, payload), signature)
        );

    /// <summary>What is signed: both parts with their lengths, so that neither can be mistaken for the other.</summary>
    /// <param name="type">Type of the payload.</param>
    /// <param name="payload">The payload.</param>
    public static byte[] PreAuthenticationEncoding(string type, byte[] payload)
    {
        var head = FormattableString.Invariant($"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }

    // Both alphabets are to be taken (DSSE, protocol).
    private static byte[]? FromBase64(string? text)
    {
        var standard = text?.Replace('-', '+').Replace('_', '/');
        if (standard is null)
        {
            return null;
        }

        var bytes = new byte[standard.Length];
        return Convert.TryFromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? bytes[..length]
            : null;
    }
}

/// <summary>A signature.</summary>
/// <param name="Keyid">Which key made it; a hint.</param>
/// <param name="Sig">The signature, in base64.</param>
internal sealed record DsseSignature(string? Keyid, string? Sig);
