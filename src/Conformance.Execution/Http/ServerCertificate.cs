using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Execution.Http;

/// <summary>Decides about the server's certificate, and says in words what is wrong with it. Errors always fail.</summary>
internal sealed class ServerCertificate(X509Certificate2Collection trusted)
{
    /// <summary>Validation callback of the connection.</summary>
    public bool Validate(object sender, X509Certificate? presented, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors is SslPolicyErrors.None)
        {
            return true;
        }

        if (
            presented is not X509Certificate2 certificate
            || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)
        )
        {
            throw new AuthenticationException("the server presented no certificate");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            var host = (sender as SslStream)?.TargetHostName;
            throw new AuthenticationException($"the certificate is for {Names(certificate)}, not for '{host}'");
        }

        return IsTrusted(certificate, chain) ? true : throw new AuthenticationException(Problem(certificate, chain));
    }

    private bool IsTrusted(X509Certificate2 certificate, X509Chain? presented)
    {
        if (trusted.Count == 0)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        foreach (var element in presented?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(certificate);
    }

    private static string Problem(X509Certificate2 certificate, X509Chain? chain)
    {
        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status) ?? default;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            return $"the certificate is valid from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd} only";
        }

        if (certificate.Subject == certificate.Issuer)
        {
            return $"the certificate is self-signed ({certificate.Subject}) and not trusted on this machine";
        }

        return (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0
            ? $"the certificate was issued by '{certificate.Issuer}', which is not trusted on this machine"
            : $"the certificate is not valid ({status})";
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate
            .Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(a => a.ToString())))
            .ToList();
        return names.Count == 0 ? $"'{certificate.Subject}'" : string.Join(", ", names.Select(n => $"'{n}'"));
    }
}
