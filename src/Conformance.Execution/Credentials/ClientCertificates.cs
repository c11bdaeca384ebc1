using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>The client certificates of a run: the configured one, and a foreign one that nobody trusts.</summary>
internal sealed class ClientCertificates(Authentication? authentication, ExecutionOptions options, TimeProvider time)
    : IDisposable
{
    private readonly Lazy<LoadedCertificate> configured = new(() => Load(authentication, options));
    private readonly Lazy<X509Certificate2> foreign = new(() => SelfSigned(time.GetUtcNow()));

    /// <summary>The configured certificate, or why there is none; neither when the specification declares none.</summary>
    public LoadedCertificate Configured => configured.Value;

    /// <summary>The certificate a connection of this identity presents.</summary>
    public X509Certificate2? For(ClientIdentity identity) =>
        identity switch
        {
            ClientIdentity.Configured => configured.Value.Certificate,
            ClientIdentity.Foreign => foreign.Value,
            _ => null,
        };

    /// <inheritdoc />
    public void Dispose()
    {
        if (configured.IsValueCreated)
        {
            configured.Value.Certificate?.Dispose();
        }

        if (foreign.IsValueCreated)
        {
            foreign.Value.Dispose();
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

    private static Obstacle Unreadable(ClientCertificateSource source, string path, Exception error) =>
        new(
            ObstacleKind.NoCredential,
            $"The client certificate '{path}' ({source.CertificatePath}) cannot be used: {error.Message} "
                + "PEM (certificate and key) and PFX files are understood.",
            null
        );

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
