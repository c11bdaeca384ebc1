using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Credentials;

/// <summary>For specifications without authentication.</summary>
internal sealed class NoCredentials : ICredentialSource
{
    /// <inheritdoc />
    public ValueTask<CredentialOutcome> ObtainAsync(
        CredentialUse use,
        CaseContext context,
        CancellationToken cancellationToken
    ) => default;
}
