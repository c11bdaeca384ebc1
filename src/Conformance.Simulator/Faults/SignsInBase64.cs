using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Digests are written in Base64 instead of hexadecimal digits.</summary>
public sealed class SignsInBase64 : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Digests are written in Base64 instead of hexadecimal digits.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSignature(specification, t => t.Form is not DigestForm.Base64, "signature in hexadecimal digits");

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => draft is null ? null : draft with { Form = DigestForm.Base64 };
}
