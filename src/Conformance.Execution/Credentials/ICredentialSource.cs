using Conformance.Execution.Steps;
using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Credentials;

/// <summary>Provides the valid credential of one kind of authentication. One implementation for each kind.</summary>
internal interface ICredentialSource
{
    /// <summary>The credential for this use, obtained on behalf of the case when none is at hand.</summary>
    ValueTask<CredentialOutcome> ObtainAsync(
        CredentialUse use,
        CaseContext context,
        CancellationToken cancellationToken
    );

    /// <summary>Hears that the target refused a credential (401); true when another one can be obtained instead.</summary>
    bool Refused(Credential credential, CredentialUse use, CaseContext context) => false;

    /// <summary>Hears that the credential obtained after a refusal was accepted.</summary>
    void RenewalHelped() { }

    /// <summary>Forgets the case's own credential, so that the next use obtains a new one.</summary>
    void Forget(CaseContext context) { }
}
