using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Conformance.Execution.Secrets;

namespace Conformance.Execution.Credentials;

/// <summary>Signs what a JWT says (RFC 7515 section 5.1).</summary>
internal static class JwtSignature
{
    /// <summary>The signature in base64url; null when the key is none for the algorithm.</summary>
    /// <param name="text">Header and claims, encoded, with a dot between them.</param>
    /// <param name="algorithm"><c>ES256</c>, <c>RS256</c> or <c>HS256</c>.</param>
    /// <param name="key">PEM, base64 of PKCS#8, or the path of a PEM file; for HS256 the secret itself.</param>
    public static string? Of(string text, string algorithm, string key)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        try
        {
            return Base64Url.EncodeToString(
                algorithm switch
                {
                    "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), bytes),
                    "RS256" => Rsa(key, bytes),
                    _ => Elliptic(key, bytes),
                }
            );
        }
        catch (Exception e)
            when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static byte[] Elliptic(string key, byte[] text)
    {
        using var signer = ECDsa.Create();
        Import(signer, key);
        return signer.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static byte[] Rsa(string key, byte[] text)
    {
        using var signer = RSA.Create();
        Import(signer, key);
        return signer.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static void Import(AsymmetricAlgorithm signer, string key)
    {
        if (PrivateKeyText.IsPem(key))
        {
            signer.ImportFromPem(key);
        }
        else if (File.Exists(key))
        {
            signer.ImportFromPem(File.ReadAllText(key));
        }
        else
        {
            signer.ImportPkcs8PrivateKey(Convert.FromBase64String(key), out _);
        }
    }
}
