using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Digests are written in hexadecimal digits instead of Base64.</summary>
public sealed class SignsInHex : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Digests are written in hexadecimal digits instead of Base64.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSignature(specification, t => t.Form is DigestForm.Base64, "signature in Base64");

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => draft is null ? null : draft with { Form = DigestForm.LowerHex };
}
