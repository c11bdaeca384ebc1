using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Execution.Secrets;

namespace Conformance.Execution.Http;

/// <summary>The certificate authorities that are trusted beside this machine's own.</summary>
internal static class TrustedAuthorities
{
    /// <summary>The authorities of the options.</summary>
    /// <exception cref="TargetConfigurationException">The file cannot be read.</exception>
    public static X509Certificate2Collection Of(ExecutionOptions options)
    {
        var trusted = new X509Certificate2Collection();
        if (options.CertificateAuthorityFile is not { } path)
        {
            return trusted;
        }

        try
        {
            if (PrivateKeyText.IsPem(path))
            {
                trusted.ImportFromPem(path);
            }
            else
            {
                trusted.ImportFromPemFile(path);
            }

            return trusted;
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new TargetConfigurationException(
                $"The certificate authority file '{path}' cannot be read: {error.Message}"
            );
        }
    }
}
