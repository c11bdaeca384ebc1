using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The signature lacks what stands before the digest.</summary>
public sealed class SignsWithoutPrefix : WebhookFault
{
    /// <inheritdoc />
    public override string Description => "The signature lacks what stands before the digest.";

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        WebhookLack.OfSignature(specification, t => t.Prefix.Length > 0, "text before the digest of a signature");

    /// <inheritdoc />
    internal override SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => draft is null ? null : draft with { Prefix = "" };
}
