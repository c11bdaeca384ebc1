using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Digests are written in capital letters.</summary>
public sealed class SignsInCapitals : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "Digests are written in capital letters.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSignature(specification, t => t.Form is not DigestForm.Base64, "signature in hexadecimal digits");

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        specification.Webhooks?.Security is { Scheme: WebhookScheme.Declared, VerificationExamples.IsEmpty: true }
            ? "Nothing says whether the digits of a digest are small or capital letters."
            : null;

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => draft is { Form: DigestForm.LowerHex } ? draft with { Form = DigestForm.UpperHex } : draft;
}
