using System.Security.Cryptography;

namespace Conformance.Simulator.Webhooks;

/// <summary>How a digest is written as text.</summary>
internal enum DigestForm
{
    /// <summary>Hexadecimal, small letters.</summary>
    LowerHex,

    /// <summary>Hexadecimal, capital letters.</summary>
    UpperHex,

    /// <summary>Base64.</summary>
    Base64,
}

/// <summary>A signature before it is computed.</summary>
/// <param name="Key">The key.</param>
/// <param name="Content">What is signed.</param>
internal sealed record SignatureDraft(byte[] Key, byte[] Content)
{
    /// <summary>Name of the hash.</summary>
    public required string Hash { get; init; }

    /// <summary>How the digest is written.</summary>
    public required DigestForm Form { get; init; }

    /// <summary>What stands before the digest.</summary>
    public required string Prefix { get; init; }

    /// <summary>The signature.</summary>
    public string Compute()
    {
        var name = new HashAlgorithmName(Hash);
        var digest = CryptographicOperations.HmacData(name, Key, Content);
        return Prefix
            + Form switch
            {
                DigestForm.LowerHex => Convert.ToHexStringLower(digest),
                DigestForm.UpperHex => Convert.ToHexString(digest),
                _ => Convert.ToBase64String(digest),
            };
    }
}
