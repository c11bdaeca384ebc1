using System.Security.Cryptography;
using System.Text;

namespace Conformance.Execution.Credentials;

/// <summary>A credential as it is sent.</summary>
/// <param name="Value">The token, the key, or the certificate's thumbprint.</param>
internal sealed record Credential(string Value)
{
    private const int MarkBytes = 4;

    /// <summary>When it was obtained, in the target's time.</summary>
    public DateTimeOffset? ObtainedAt { get; init; }

    /// <summary>When it ends, in the target's time; null when that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Opaque mark: equal marks mean the same credential, and no credential can be read from one.</summary>
    public string Mark { get; } = MarkOf(Value);

    /// <summary>The mark of a credential's value.</summary>
    public static string MarkOf(string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, MarkBytes));
}
