using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Signatures are made with SHA-1.</summary>
public sealed class SignsWithSha1 : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Signatures are made with SHA-1.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSignature(specification, t => t.Hash != "SHA1", "signature with another hash than SHA-1");

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => draft is null ? null : draft with { Hash = "SHA1" };
}
