using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The signature covers the body only, and not the time of the attempt.</summary>
public sealed class SignsBodiesOnly : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "The signature covers the body only, and not the time of the attempt.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSignature(
            specification,
            t => t.SignedContent is not "{body}",
            "signature over more than the body"
        );

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) =>
        draft is not null && input.Terms.SignedContent is not "{body}"
            ? draft with
            {
                Content = input.Body.ToArray(),
            }
            : draft;
}
