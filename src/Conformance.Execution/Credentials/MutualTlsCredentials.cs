using Conformance.Execution.Recording;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Credentials;

/// <summary>A TLS client certificate: presented by the connection, so there is nothing to write into the request.</summary>
internal sealed class MutualTlsCredentials(ClientCertificates certificates) : ICredentialSource
{
    /// <inheritdoc />
    public ValueTask<CredentialOutcome> ObtainAsync(
        CredentialUse use,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var loaded = certificates.Configured;
        return ValueTask.FromResult(
            loaded.Certificate is { } certificate
                ? new CredentialOutcome(new Credential(certificate.Thumbprint), null)
                : CredentialOutcome.Failed(loaded.Obstacle ?? Undeclared)
        );
    }

    private static Obstacle Undeclared { get; } =
        new(
            ObstacleKind.NoCredential,
            "The specification asks for mutual TLS but names no variable that leads to a client certificate.",
            null
        );
}
