using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NSec.Cryptography;
using NSecPublicKey = NSec.Cryptography.PublicKey;

namespace Conformance.Certificates.Signing;

/// <summary>A public key that certificates are verified with.</summary>
public sealed class VerifyingKey
{
    private const int P256SignatureLength = 64;
    private readonly Func<byte[], byte[], bool> verify;

    private VerifyingKey(byte[] subjectPublicKeyInfo, string algorithm, Func<byte[], byte[], bool> verify)
    {
        this.verify = verify;
        Algorithm = algorithm;
        Id = Convert.ToHexStringLower(SHA256.HashData(subjectPublicKeyInfo));
    }

    /// <summary>Lower-case hex SHA-256 over the key's SubjectPublicKeyInfo.</summary>
    public string Id { get; }

    /// <summary>For people: <c>ECDSA P-256</c> or <c>Ed25519</c>.</summary>
    public string Algorithm { get; }

    /// <summary>Reads a public key, or a certificate that holds one, from PEM.</summary>
    /// <param name="path">The file.</param>
    public static Attempt<VerifyingKey> Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            {
                return Refusal.Configuration(
                    $"'{path}' holds a private key.",
                    "Verification needs the public key of whoever signed: openssl pkey -in KEY -pubout."
                );
            }

            return NSecPublicKey.TryImport(
                SignatureAlgorithm.Ed25519,
                System.Text.Encoding.UTF8.GetBytes(text),
                KeyBlobFormat.PkixPublicKeyText,
                out var ed25519
            )
                ? Of(ed25519!)
                : FromPem(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"The key cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException)
        {
            return Unusable(path);
        }
    }

    /// <summary>Whether a signature is by this key.</summary>
    /// <param name="bytes">What was signed.</param>
    /// <param name="signature">The signature.</param>
    public bool Verify(byte[] bytes, byte[] signature) => verify(bytes, signature);

    internal static VerifyingKey Of(NSecPublicKey key) =>
        new(
            key.Export(KeyBlobFormat.PkixPublicKey),
            "Ed25519",
            (bytes, signature) =>
                signature.Length == SignatureAlgorithm.Ed25519.SignatureSize
                && SignatureAlgorithm.Ed25519.Verify(key, bytes, signature)
        );

    internal static VerifyingKey Of(ECDsa key)
    {
        // The caller may dispose of a private key before this one is used.
        var info = key.ExportSubjectPublicKeyInfo();
        return new(info, "ECDSA P-256", (bytes, signature) => VerifyEcdsa(info, bytes, signature));
    }

    internal static bool IsP256(ECDsa key) =>
        key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;

    // Both forms of the signature are in use: two numbers side by side (DSSE's own test vector), and DER (Sigstore).
    private static bool VerifyEcdsa(byte[] info, byte[] bytes, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(info, out _);
        return (
                signature.Length == P256SignatureLength
                && key.VerifyData(
                    bytes,
                    signature,
                    HashAlgorithmName.SHA256,
                    DSASignatureFormat.IeeeP1363FixedFieldConcatenation
                )
            ) || key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static Attempt<VerifyingKey> FromPem(string path, string text)
    {
        if (text.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal))
        {
            using var certificate = X509Certificate2.CreateFromPem(text);
            using var certified = certificate.GetECDsaPublicKey();
            return certified is not null && IsP256(certified) ? Of(certified) : Unusable(path);
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(text);
        return IsP256(key) ? Of(key) : Unusable(path);
    }

    private static Refusal Unusable(string path) =>
        Refusal.Configuration(
            $"'{path}' holds no public key that can be used: an ECDSA key over P-256 or an Ed25519 key is needed, in PEM."
        );
}
