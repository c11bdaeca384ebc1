using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NSec.Cryptography;

namespace Conformance.Certificates.Signing;

/// <summary>A private key that certificates are signed with: ECDSA over P-256, or Ed25519.</summary>
public abstract class SigningKey : IDisposable
{
    /// <summary>The public key.</summary>
    public abstract VerifyingKey PublicKey { get; }

    /// <summary>The number or seed that makes it private; null when it does not leave the hardware it is kept in.</summary>
    internal abstract byte[]? Secret { get; }

    /// <summary>Reads a key from PEM or PKCS#12; no message repeats anything of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">The password of the file; null for none.</param>
    public static Attempt<SigningKey> Read(string path, string? password)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"The key cannot be read: {e.Message}");
        }

        try
        {
            var text = System.Text.Encoding.UTF8.GetString(content);
            return text.Contains("-----BEGIN", StringComparison.Ordinal)
                ? FromPem(path, text, password)
                : FromPkcs12(path, content, password);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException)
        {
            return Refusal.Configuration(
                $"'{path}' holds no key that can be used: an ECDSA key over P-256 or an Ed25519 key is needed, in PEM or PKCS#12.",
                password is null
                    ? "If it is protected, name the variable that holds its password: --key-password-env NAME."
                    : "See that the password is right."
            );
        }
    }

    /// <summary>Signs bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public abstract byte[] Sign(byte[] bytes);

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Forgets the key.</summary>
    /// <param name="disposing">Whether it is disposed of.</param>
    protected abstract void Dispose(bool disposing);

    private static Attempt<SigningKey> FromPem(string path, string text, string? password)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        if (Key.TryImport(SignatureAlgorithm.Ed25519, utf8, KeyBlobFormat.PkixPrivateKeyText, out var ed25519))
        {
            return new Ed25519SigningKey(ed25519!, SeedIn(text));
        }

        var ecdsa = ECDsa.Create();
        if (password is null)
        {
            ecdsa.ImportFromPem(text);
        }
        else
        {
            ecdsa.ImportFromEncryptedPem(text, password);
        }

        return Usable(path, ecdsa);
    }

    // RFC 8410 section 7: an octet string of 34 bytes around one of 32.
    private static byte[]? SeedIn(string pem)
    {
        var der = Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);
        var at = der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x04, 0x22, 0x04, 0x20]);
        return at < 0 || at + 36 > der.Length ? null : der[(at + 4)..(at + 36)];
    }

    private static Attempt<SigningKey> FromPkcs12(string path, byte[] content, string? password)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(
            content,
            password,
            X509KeyStorageFlags.EphemeralKeySet
        );
        return Usable(path, certificate.GetECDsaPrivateKey());
    }

    private static Attempt<SigningKey> Usable(string path, ECDsa? key)
    {
        if (key is not null && VerifyingKey.IsP256(key) && HasPrivateKey(key))
        {
            return new EcdsaSigningKey(key);
        }

        key?.Dispose();
        return Refusal.Configuration(
            $"'{path}' holds no private key that can be used: an ECDSA key over P-256 or an Ed25519 key is needed."
        );
    }

    private static bool HasPrivateKey(ECDsa key) => NumberOf(key) is not null;

    private static byte[]? NumberOf(ECDsa key)
    {
        try
        {
            return key.ExportParameters(includePrivateParameters: true).D;
        }
        catch (CryptographicException)
        {
            // A public key says so here; a key that is kept in hardware does too, and signs all the same.
            return null;
        }
    }

    private sealed class EcdsaSigningKey(ECDsa key) : SigningKey
    {
        public override VerifyingKey PublicKey { get; } = VerifyingKey.Of(key);

        internal override byte[]? Secret { get; } = NumberOf(key);

        // DER is what openssl and Sigstore take.
        public override byte[] Sign(byte[] bytes) =>
            key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        protected override void Dispose(bool disposing) => key.Dispose();
    }

    private sealed class Ed25519SigningKey(Key key, byte[]? seed) : SigningKey
    {
        public override VerifyingKey PublicKey { get; } = VerifyingKey.Of(key.PublicKey);

        internal override byte[]? Secret => seed;

        public override byte[] Sign(byte[] bytes) => SignatureAlgorithm.Ed25519.Sign(key, bytes);

        protected override void Dispose(bool disposing) => key.Dispose();
    }
}
