using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Specification.Model;

namespace Conformance.Simulator;

/// <summary>
/// Certificates of one simulator that is reached over mutual TLS, made in memory: an authority, the server's own, and one
/// for each client, in whose name it stands. They are good for this simulator only.
/// </summary>
public sealed class SimulatorCertificates : IDisposable
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _now;

    private SimulatorCertificates(DateTimeOffset now)
    {
        _now = now;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Conformance simulator authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
        Server = Issue("localhost", ServerUse);
    }

    /// <summary>The authority's certificate, as PEM: who trusts it trusts the simulator.</summary>
    public string Authority => _authority.ExportCertificatePem();

    /// <summary>The server's certificate, with its key.</summary>
    internal X509Certificate2 Server { get; }

    /// <summary>Makes the certificates of a simulator.</summary>
    /// <param name="now">The time they are made at.</param>
    public static SimulatorCertificates Create(DateTimeOffset now) => new(now);

    /// <summary>Values for the placeholders a specification names a client's certificate by, as PEM texts; the second client's have <c>_2</c> behind.</summary>
    /// <param name="specification">The specification whose placeholders are filled.</param>
    public ImmutableDictionary<string, string> ConfigurationFor(IntegrationSpecification specification)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (specification.Authentication?.ClientCertificate is { } source)
        {
            Add(values, source, SimulatorCredentials.Default, "");
            Add(values, source, SimulatorCredentials.Second, "_2");
        }

        return values.ToImmutable();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Server.Dispose();
        _authority.Dispose();
    }

    /// <summary>Whether the authority issued a certificate, for this use and for now.</summary>
    internal bool IsIssued(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientUse));
        return chain.Build(certificate);
    }

    /// <summary>Whether a certificate says that the authority issued it.</summary>
    internal bool NamesAuthority(X509Certificate2 certificate) => certificate.Issuer == _authority.Subject;

    private void Add(
        ImmutableDictionary<string, string>.Builder values,
        ClientCertificateSource source,
        SimulatorCredentials client,
        string suffix
    )
    {
        using var certificate = Issue(client.ClientId, ClientUse);
        using var key = certificate.GetECDsaPrivateKey()!;
        var (text, secret) = (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        values[source.CertificatePath + suffix] = source.KeyPath is null ? $"{text}\n{secret}" : text;
        if (source.KeyPath is { } keyPath)
        {
            values[keyPath + suffix] = secret;
        }
    }

    private X509Certificate2 Issue(string name, string use)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(
            _authority,
            _now.AddDays(-1),
            _now.AddMonths(6),
            RandomNumberGenerator.GetBytes(8)
        );
        using var whole = issued.CopyWithPrivateKey(key);
        // Not every platform's TLS can use a key that lives in memory only; the detour through PKCS#12 makes it one it can.
        return X509CertificateLoader.LoadPkcs12(
            whole.Export(X509ContentType.Pkcs12),
            null,
            X509KeyStorageFlags.Exportable
        );
    }
}
