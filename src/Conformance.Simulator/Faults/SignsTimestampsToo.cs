using System.Text;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The signature covers the time of the attempt as well, though only the body is to be signed.</summary>
public sealed class SignsTimestampsToo : WebhookFault
{
    /// <inheritdoc />
    public override string Description =>
        "The signature covers the time of the attempt as well, though only the body is to be signed.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfTimestamp(specification)
        ?? WebhookLack.OfSignature(specification, t => t.SignedContent is "{body}", "signature over the body alone");

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        specification.Webhooks?.Security
            is { Scheme: WebhookScheme.Declared, SignedContent: null, VerificationExamples.IsEmpty: true }
            ? "Nothing says what is signed."
            : null;

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) =>
        draft is not null && input.Terms.SignedContent is "{body}" && input.Stamp.Length > 0
            ? draft with
            {
                Content = [.. Encoding.UTF8.GetBytes(input.Stamp + "."), .. input.Body.Span],
            }
            : draft;
}
