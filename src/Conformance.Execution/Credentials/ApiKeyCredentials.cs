using Conformance.Execution.Recording;
using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>An API key from the configuration.</summary>
internal sealed class ApiKeyCredentials(Authentication authentication, ExecutionOptions options) : ICredentialSource
{
    private readonly string variable =
        Placeholder.NamesIn(authentication.HeaderTemplate?.Value ?? "").FirstOrDefault() ?? Placeholder.ApiKey;

    /// <inheritdoc />
    public ValueTask<CredentialOutcome> ObtainAsync(
        CredentialUse use,
        CaseContext context,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult(
            options.Configuration.TryGetValue(variable, out var key) && key.Length > 0
                ? new CredentialOutcome(new Credential(key), null)
                : CredentialOutcome.Failed(Obstacles.NotConfigured([variable]))
        );
}
