using Conformance.Execution.Recording;

namespace Conformance.Execution.Credentials;

/// <summary>A credential, or why there is none.</summary>
/// <param name="Credential">The credential; null when none is needed or none could be had.</param>
/// <param name="Obstacle">Why none could be had.</param>
internal readonly record struct CredentialOutcome(Credential? Credential, Obstacle? Obstacle)
{
    /// <summary>The outcome of a failed attempt.</summary>
    public static CredentialOutcome Failed(Obstacle obstacle) => new(null, obstacle);
}
