using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>The client certificates of a run: the configured one, and a foreign one that nobody trusts.</summary>
internal sealed class ClientCertificates(Authentication? authentication, ExecutionOptions options, TimeProvider time)
    : IDisposable
{
    private readonly Lazy<LoadedCertificate> configured = new(() => Load(authentication, options));
    private readonly Lazy<X509Certificate2> foreign = new(() => SelfSigned(time.GetUtcNow()));
    private readonly Lazy<X509Certificate2> imitation = new(() =>
        Imitate(Load(authentication, options).Certificate, time.GetUtcNow())
    );

    /// <summary>The configured certificate, or why there is none; neither when the specification declares none.</summary>
    public LoadedCertificate Configured => configured.Value;

    /// <summary>The certificate a connection of this identity presents.</summary>
    public X509Certificate2? For(ClientIdentity identity) =>
        identity switch
        {
            ClientIdentity.Configured => configured.Value.Certificate,
            ClientIdentity.Foreign => foreign.Value,
            ClientIdentity.Imitation => imitation.Value,
            _ => null,
        };

    /// <inheritdoc />
    public void Dispose()
    {
        if (configured.IsValueCreated)
        {
            configured.Value.Certificate?.Dispose();
        }

        foreach (var made in new[] { foreign, imitation }.Where(c => c.IsValueCreated))
        {
            made.Value.Dispose();
        }
    }

    private static LoadedCertificate Load(Authentication? authentication, ExecutionOptions options)
    {
        if (authentication?.ClientCertificate is not { } source)
        {
            return default;
        }

        var values = options.Configuration;
        if (!values.TryGetValue(source.CertificatePath, out var path) || path.Length == 0)
        {
            return new(null, Obstacles.NotConfigured([source.CertificatePath]));
        }

        var password = source.Password is { } name ? values.GetValueOrDefault(name) : null;
        var keyPath = source.KeyPath is { } key ? values.GetValueOrDefault(key) : null;
        try
        {
            return new(Read(path, keyPath, password), null);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return new(null, Unreadable(source, path, error));
        }
    }

    private static X509Certificate2 Read(string path, string? keyPath, string? password)
    {
        if (PrivateKeyText.IsPem(path))
        {
            using var text = X509Certificate2.CreateFromPem(path, keyPath is null ? path : KeyText(keyPath));
            return X509CertificateLoader.LoadPkcs12(text.Export(X509ContentType.Pkcs12), null);
        }

        if (X509Certificate2.GetCertContentType(path) is X509ContentType.Pfx)
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }

        using var pem = string.IsNullOrEmpty(password)
            ? X509Certificate2.CreateFromPemFile(path, keyPath)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
        // Not every platform's TLS can use a key that lives in memory only; the detour through PKCS#12 makes it one it can.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    private static string KeyText(string key) => PrivateKeyText.IsPem(key) ? key : File.ReadAllText(key);

    private static Obstacle Unreadable(ClientCertificateSource source, string path, Exception error) =>
        new(
            ObstacleKind.NoCredential,
            // Where PEM is given itself, messages of the system may repeat it: a key must never be told.
            PrivateKeyText.IsIn(path) || PrivateKeyText.MayBeRepeatedIn(error.Message)
                ? $"The client certificate in {source.CertificatePath} cannot be used. "
                : $"The client certificate '{path}' ({source.CertificatePath}) cannot be used: {error.Message} "
                    + "PEM (certificate and key) and PFX files are understood.",
            null
        );

    // Subject and issuer as in the valid certificate, signed by an authority that only bears the issuer's name.
    private static X509Certificate2 Imitate(X509Certificate2? original, DateTimeOffset now)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuer = original?.IssuerName ?? new X500DistinguishedName("CN=Conformance foreign authority");
        var authority = new CertificateRequest(issuer, authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = original?.SubjectName ?? new X500DistinguishedName("CN=Conformance foreign client");
        using var issued = new CertificateRequest(subject, key, HashAlgorithmName.SHA256).Create(
            root,
            now.AddHours(-1),
            now.AddHours(23),
            RandomNumberGenerator.GetBytes(8)
        );
        using var whole = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private static X509Certificate2 SelfSigned(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Conformance foreign client", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}

/// <summary>A certificate, or why there is none.</summary>
/// <param name="Certificate">The certificate with its key.</param>
/// <param name="Obstacle">Why it could not be loaded.</param>
internal readonly record struct LoadedCertificate(X509Certificate2? Certificate, Obstacle? Obstacle);
