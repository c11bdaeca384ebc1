using System.Security.Cryptography;

namespace Conformance.Execution.Secrets;

/// <summary>What is secret in the text of a private key: most of its lines hold the public key, which everybody may see.</summary>
internal static class PrivateKeyText
{
    private const string Mark = "PRIVATE KEY-----";
    private const int Piece = 16;

    /// <summary>Whether a text is PEM itself, and no path to it.</summary>
    public static bool IsPem(string text) => text.Contains("-----BEGIN", StringComparison.Ordinal);

    /// <summary>Whether a piece of PEM may stand in a message of the system, which repeats what it could not read.</summary>
    public static bool MayBeRepeatedIn(string message) => message.Contains("-----", StringComparison.Ordinal);

    /// <summary>Whether a text holds a private key in PEM.</summary>
    public static bool IsIn(string text) => text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>
    /// The private number in two pieces, one of which is whole wherever a line of PEM ends; of a key that cannot be read,
    /// its lines.
    /// </summary>
    public static IEnumerable<byte[]> PiecesOf(string pem) =>
        Exponent(pem) is { Length: >= 2 * Piece } secret
            ? PiecesOf(secret)
            : pem.Split('\n')
                .Select(l => l.Trim())
                .Where(l => l.Length >= Piece && !l.StartsWith('-'))
                .Select(System.Text.Encoding.ASCII.GetBytes);

    /// <summary>The first bytes of a private number in two pieces.</summary>
    public static IEnumerable<byte[]> PiecesOf(byte[] secret) =>
        secret.Length < 2 * Piece ? [secret] : [secret[..Piece], secret[Piece..(2 * Piece)]];

    private static byte[]? Exponent(string pem)
    {
        try
        {
            using var elliptic = ECDsa.Create();
            elliptic.ImportFromPem(pem);
            return elliptic.ExportParameters(includePrivateParameters: true).D;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return RsaExponent(pem);
        }
    }

    private static byte[]? RsaExponent(string pem)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.ExportParameters(includePrivateParameters: true).D;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
